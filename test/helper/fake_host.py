"""Folders that look like /sys, /dev, /proc and udev's data of a host that a test makes up."""

from __future__ import annotations

import os
from pathlib import Path

from zfsadmin.host import Host

GIB = 1 << 30


class FakeHost:
    """Devices are added top down: a disk, then its partitions, then what stands on these."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.host = Host(*(str(root / name) for name in ("sys", "udev", "dev", "proc")))
        self._numbers: dict[str, str] = {}
        self._folders: dict[str, Path] = {}
        for folder in ("sys/block", "sys/class/block", "udev", "dev/disk", "proc/self"):
            (root / folder).mkdir(parents=True)
        self.write("proc/self/mountinfo", "")
        self.write("proc/swaps", "Filename\tType\tSize\tUsed\tPriority")

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text + "\n", encoding="utf-8")

    def device(self, name: str, bus: str = "virtual", size: int = GIB, **udev: str) -> None:
        """A whole device, connected as the path `bus` in /sys/devices says."""
        hardware = self.root / "sys" / "devices" / bus
        self._add(name, hardware / "block" / name, size, udev)
        self._link(self.root / "sys" / "block" / name, self._folders[name])
        self._link(self._folders[name] / "device", hardware)

    def partition(self, disk: str, name: str, number: int, size: int = GIB, **udev: str) -> None:
        self._add(name, self._folders[disk] / name, size, udev)
        self.attribute(name, "partition", str(number))

    def mapper(self, name: str, mapper_name: str, uuid: str, below: list[str], **udev: str) -> None:
        """A device of device mapper that stands on others."""
        self._add(name, self.root / "sys" / "devices" / "virtual" / "block" / name, GIB, udev)
        self._link(self.root / "sys" / "block" / name, self._folders[name])
        self.attribute(name, "dm/name", mapper_name)
        self.attribute(name, "dm/uuid", uuid)
        for one in below:
            self._link(self._folders[one] / "holders" / name, self._folders[name])
            self._link(self._folders[name] / "slaves" / one, self._folders[one])

    def attribute(self, name: str, attribute: str, text: str) -> None:
        """A file of the device in /sys."""
        self.write(str((self._folders[name] / attribute).relative_to(self.root)), text)

    def names(self, device: str, *links: str) -> None:
        """Links in /dev/disk, as by-id/x."""
        for link in links:
            self._link(self.root / "dev" / "disk" / link, self.root / "dev" / device)

    def mount(self, device: str, place: str) -> None:
        number = self._numbers[device]
        self._append("proc/self/mountinfo", f"26 1 {number} / {place} rw shared:1 - ext4 /dev/{device} rw")

    def btrfs(self, uuid: str, *devices: str) -> None:
        """A btrfs on several devices, as the kernel tells of one that is mounted."""
        for name in devices:
            self._link(self.root / "sys" / "fs" / "btrfs" / uuid / "devices" / name, self._folders[name])

    def mount_btrfs(self, source: str, place: str) -> None:
        self._append("proc/self/mountinfo", f"27 1 0:31 /@ {place} rw shared:1 - btrfs {source} rw")

    def swap(self, path: str) -> None:
        self._append("proc/swaps", f"{path} partition\t1048572\t0\t-2")

    def _add(self, name: str, folder: Path, size: int, udev: dict[str, str]) -> None:
        number = f"8:{len(self._numbers)}"
        self._numbers[name], self._folders[name] = number, folder
        for attribute, text in (("dev", number), ("size", str(size // 512)), ("ro", "0")):
            self.attribute(name, attribute, text)
        self._link(self.root / "sys" / "class" / "block" / name, folder)
        self.write(f"udev/b{number}", "\n".join(f"E:{key}={value}" for key, value in udev.items()))
        self.write(f"dev/{name}", "")

    def _append(self, path: str, line: str) -> None:
        with (self.root / path).open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def _link(self, link: Path, target: Path) -> None:
        link.parent.mkdir(parents=True, exist_ok=True)
        if not link.is_symlink():
            link.symlink_to(os.path.relpath(target, link.parent))
