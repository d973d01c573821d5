"""Block devices and what stands on them: a disk has partitions, a partition may carry LUKS, that may carry LVM.

Each is described in the same way, whatever it is, and has its children inside. The result is plain data, ready for
JSON; a fact that is not known has no key.
"""

from __future__ import annotations

import os
import re
from typing import Any

from zfsadmin.host import Host, names, read, read_number, udev_properties, udev_text
from zfsadmin.links import Links
from zfsadmin.usage import Usage

Description = dict[str, Any]

SECTOR = 512  # what /sys counts in, whatever the disk's own sectors are

# The kernel's name says what a device is; anything else is a disk.
KINDS = [(r"zd\d", "zvol"), (r"loop\d", "loop"), (r"z?ram\d", "ram"), (r"sr\d", "optical"), (r"fd\d", "floppy")]
KINDS += [(r"md\d|md_", "md")]

# The beginning of device mapper's uuid says who made the device.
MAPPER_KINDS = [(r"mpath-", "multipath"), (r"part\d+-", "partition"), (r"CRYPT-", "crypt"), (r"LVM-", "lvm")]

TABLE, TABLE_ID = "ID_PART_TABLE_TYPE", "ID_PART_TABLE_UUID"

# udev's word for what is on a device: ours
CONTENT = {
    "type": "ID_FS_TYPE",
    "usage": "ID_FS_USAGE",
    "label": "ID_FS_LABEL",
    "uuid": "ID_FS_UUID",
    "memberUuid": "ID_FS_UUID_SUB",
    "table": TABLE,
}


class Blocks:
    """Describes the block devices of a host at one moment."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._usage = Usage(host)
        self._links = {folder: Links(host, folder) for folder in ("by-id", "by-path", "by-vdev")}

    def describe(self, name: str, folder: str) -> Description:
        """The device with the kernel's `name`, whose folder in /sys is `folder`, and all that stands on it."""
        number = read(folder, "dev")
        return {
            "name": name,
            "path": self._path(folder, name),
            "kind": kind(folder, name),
            "size": read_number(folder, "size") * SECTOR,
            "readOnly": read_number(folder, "ro") == 1,
            "byId": self._links["by-id"].of(name),
            "byPath": self._links["by-path"].of(name),
            "byVdev": self._links["by-vdev"].of(name),
            **content(self._found(folder, number)),
            "mounts": self._usage.mounts(number),
            "swap": self._usage.is_swap(number),
            "children": [self.describe(*child) for child in self._children(folder)],
        }

    def _found(self, folder: str, number: str) -> dict[str, str]:
        """What udev found on the device itself: that of Debian 12 has a partition inherit the table of its disk."""
        own = udev_properties(self._host, number)
        if not os.path.exists(os.path.join(folder, "partition")):
            return own
        disk = udev_properties(self._host, read(os.path.dirname(folder), "dev"))
        inherited = TABLE if own.get(TABLE_ID) == disk.get(TABLE_ID) else None
        return {name: text for name, text in own.items() if name != inherited}

    def _path(self, folder: str, name: str) -> str:
        mapper_name = read(folder, "dm", "name")
        return f"/dev/mapper/{mapper_name}" if mapper_name else f"/dev/{name.replace('!', '/')}"

    def _children(self, folder: str) -> list[tuple[str, str]]:
        inside = [(name, os.path.join(folder, name)) for name in names(folder)]
        partitions = [child for child in inside if os.path.exists(os.path.join(child[1], "partition"))]
        partitions.sort(key=lambda child: read_number(child[1], "partition"))
        holders = [(name, os.path.join(self._host.sys, "block", name)) for name in names(folder, "holders")]
        return partitions + holders


def kind(folder: str, name: str) -> str:
    """What a device is: disk, partition, multipath, crypt, lvm, dm (other device mapper), md, zvol, loop, …"""
    if os.path.exists(os.path.join(folder, "partition")):
        return "partition"
    if name.startswith("dm-"):
        return first_match(MAPPER_KINDS, read(folder, "dm", "uuid")) or "dm"
    return first_match(KINDS, name) or "disk"


def first_match(table: list[tuple[str, str]], text: str) -> str | None:
    """The word beside the first pattern that the text begins with."""
    return next((word for pattern, word in table if re.match(pattern, text)), None)


def content(properties: dict[str, str]) -> Description:
    """What udev found on the device, under "content"; empty if nothing."""
    found = {ours: text for ours, theirs in CONTENT.items() if (text := udev_text(properties, theirs))}
    return {"content": found} if found else {}


def subtree(device: Description) -> list[Description]:
    """The device and all that stands on it."""
    return [device, *(inner for child in device["children"] for inner in subtree(child))]
