"""`zfsadmin disks`: the disks of this host, for choosing them and for naming those that pools already have.

Output is {"disks": […]}, one entry for each whole disk or multipath map, as `blocks.py` describes it and with what
`whole` below adds. A person on a terminal gets a table. Needs no rights, starts no process, opens no disk.

Everything that can be mistaken for a disk to use has "apart" with the reason: "system" for what holds the running
system or swap, else its kind (zvol, loop, md, …). What stands on other devices (LVM, LUKS, md) is found as their child,
the paths of a multipath map under the map. Whether a pool uses a disk is ZFS's to say, not udev's, whose knowledge of
what is on a disk may be old.
"""

from __future__ import annotations

import json
import os
import sys

from zfsadmin.blocks import Blocks, Description, kind, subtree
from zfsadmin.hardware import Slots, temperature, transport
from zfsadmin.host import Host, names, read, read_number, udev_properties, udev_text
from zfsadmin.usage import SYSTEM_MOUNTS


def run(arguments: list[str]) -> int:
    """The verb: JSON, or a table on a terminal and with --table. Ends with 64 for any other argument."""
    if arguments not in ([], ["--table"]):
        print("zfsadmin disks: takes no argument but --table", file=sys.stderr)
        return os.EX_USAGE
    found = disks(Host())
    if arguments or sys.stdout.isatty():
        from zfsadmin.disk_table import table

        print(table(found))
    else:
        print(json.dumps({"disks": found}, separators=(",", ":")))
    return 0


def disks(host: Host) -> list[Description]:
    """All whole disks, by name; what has no size (an empty card reader, a free loop device) is left out."""
    blocks, slots = Blocks(host), Slots(host)
    folder = os.path.join(host.sys, "block")
    listed = [name for name in names(folder) if is_whole(os.path.join(folder, name), name)]
    return [whole(host, blocks, slots, name, os.path.join(folder, name)) for name in listed]


def is_whole(block: str, name: str) -> bool:
    """Whether the device stands on nothing else, and is no mere path to one that is listed itself."""
    if read_number(block, "hidden") or not read_number(block, "size"):
        return False
    if kind(block, name) == "multipath":
        return True
    holders = names(block, "holders")
    is_path = any(kind(os.path.join(block, "holders", holder), holder) == "multipath" for holder in holders)
    return not is_path and not names(block, "slaves")


def whole(host: Host, blocks: Blocks, slots: Slots, name: str, block: str) -> Description:
    """A disk with the facts that only a whole one has; those of the hardware are a multipath map's first path's."""
    device = blocks.describe(name, block)
    paths = names(block, "slaves")
    hardware = os.path.join(host.sys, "block", paths[0]) if paths else block
    properties = udev_properties(host, read(hardware, "dev"))
    facts = {
        "apart": apart(device),
        "paths": paths or None,
        "model": udev_text(properties, "ID_MODEL"),
        "serial": serial(properties),
        "wwn": properties.get("ID_WWN_WITH_EXTENSION") or properties.get("ID_WWN"),
        "transport": transport(hardware),
        "slot": slots.of(hardware),
        "temperature": temperature(hardware),
    }
    return {
        **device,
        **{fact: value for fact, value in facts.items() if value not in (None, "")},
        "logicalBlock": read_number(block, "queue", "logical_block_size"),
        "physicalBlock": read_number(block, "queue", "physical_block_size"),
        "rotational": read_number(block, "queue", "rotational") == 1,
        "removable": read_number(hardware, "removable") == 1,
    }


def serial(properties: dict[str, str]) -> str | None:
    """The number printed on the disk: for SCSI disks ID_SERIAL_SHORT is the WWN instead."""
    known = (properties.get(name) for name in ("ID_SCSI_SERIAL", "SCSI_IDENT_SERIAL", "ID_SERIAL_SHORT", "ID_SERIAL"))
    return next((value.strip() for value in known if value), None)


def apart(device: Description) -> str | None:
    """Why the device is not to be offered; None if it may be."""
    parts = subtree(device)
    if any(part["swap"] or SYSTEM_MOUNTS.intersection(part["mounts"]) for part in parts):
        return "system"
    kind_of_device: str = device["kind"]
    return None if kind_of_device in ("disk", "multipath") else kind_of_device
