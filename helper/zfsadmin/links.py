"""The lasting names of block devices, those in /dev/disk/by-*; udev's own order of them means nothing."""

from __future__ import annotations

import os
import re

from zfsadmin.host import Host, kernel_name, names

# Best first: names that carry model and serial as printed on the disk; then the names of device mapper; then names
# made of numbers; WWNs, which nobody can tell apart, after them; and last the name of what is on the disk.
BY_ID_ORDER = [
    r"ata-",
    r"nvme-(?!eui\.|nvme\.|uuid\.)",
    r"(virtio|usb|mmc)-",
    r"scsi-S",
    r"dm-name-",
    r"scsi-0",
    r"(?!wwn-|lvm-pv-uuid-)",
    r"wwn-",
    r"lvm-pv-uuid-",
]


class Links:
    """All links of one folder of /dev/disk, found by the kernel's name of the device."""

    def __init__(self, host: Host, folder: str) -> None:
        self._links: dict[str, list[str]] = {}
        for name in names(host.dev, "disk", folder):
            target = kernel_name(os.path.join(host.dev, "disk", folder, name))
            self._links.setdefault(target, []).append(name)
        self._folder = folder

    def of(self, device: str) -> list[str]:
        """The full paths, best first."""
        found = sorted(self._links.get(device, []), key=rank)
        return [f"/dev/disk/{self._folder}/{name}" for name in found]


def rank(name: str) -> tuple[int, int, str]:
    """Sorts names by the order above; of two of a kind the shorter comes first."""
    place = next(index for index, pattern in enumerate(BY_ID_ORDER) if re.match(pattern, name))
    return place, len(name), name
