"""What a whole disk is as a piece of hardware: how it is connected, in which slot, how warm."""

from __future__ import annotations

import os
import re

from zfsadmin.host import Host, names, read, read_number

# A part of the device's path in /sys, and what connects the disk then. The first that fits counts, since a USB
# adapter shows up as SCSI and a SATA disk behind a SAS expander belongs to that.
TRANSPORTS = [
    (r"usb\d+", "usb"),
    (r"nvme", "nvme"),
    (r"session\d+", "iscsi"),
    (r"rport-", "fc"),
    (r"end_device-", "sas"),
    (r"ata\d+", "sata"),
    (r"virtio\d+", "virtio"),
    (r"mmc\d+", "mmc"),
]


def transport(block: str) -> str | None:
    """How the disk is connected; `block` is its folder in /sys/block. None if it cannot be told."""
    parts = os.path.realpath(block).split("/")
    return next((word for pattern, word in TRANSPORTS if any(re.match(pattern, part) for part in parts)), None)


def temperature(block: str) -> float | None:
    """Degrees Celsius, from the drivers drivetemp and nvme; None where it is not known.

    Asking a disk that rotates might wake it (Documentation/hwmon/drivetemp.rst: it depends on the model), as does
    asking any disk that the kernel has put to sleep, so these are not asked."""
    device = os.path.join(block, "device")
    if read_number(block, "queue", "rotational") or read(device, "power", "runtime_status") == "suspended":
        return None
    for folder in (os.path.join(device, "hwmon"), device):
        for name in names(folder):
            if re.fullmatch(r"hwmon\d+", name) and (thousandths := read_number(folder, name, "temp1_input")):
                return thousandths / 1000
    return None


class Slots:
    """The slots of the enclosures (ses driver), found by the device in them."""

    def __init__(self, host: Host) -> None:
        self._slots: dict[str, dict[str, object]] = {}
        folder = os.path.join(host.sys, "class", "enclosure")
        for enclosure in names(folder):
            for slot in names(folder, enclosure):
                device = os.path.join(folder, enclosure, slot, "device")
                # an enclosure has a "device" of its own, without a slot around it
                if os.path.isdir(device) and os.path.exists(os.path.join(folder, enclosure, slot, "slot")):
                    self._slots[os.path.realpath(device)] = {"enclosure": enclosure, "name": slot}

    def of(self, block: str) -> dict[str, object] | None:
        """The slot of the disk whose folder in /sys/block is `block`."""
        return self._slots.get(os.path.realpath(os.path.join(block, "device")))
