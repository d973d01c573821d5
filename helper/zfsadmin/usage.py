"""What is mounted from a block device, and whether it is swapped to."""

from __future__ import annotations

import os
import re

from zfsadmin.host import Host, kernel_name, names, read

# A disk that holds one of these, or swap, belongs to the running system.
SYSTEM_MOUNTS = {"/", "/usr", "/boot", "/boot/efi", "/efi"}


class Usage:
    """The mounts and swaps of now, found by major:minor."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._mounts: dict[str, list[str]] = {}
        self._spread = btrfs_devices(host)
        for line in read(host.proc, "self", "mountinfo").split("\n"):
            self._add_mount(line)
        swaps = read(host.proc, "swaps").split("\n")[1:]
        self._swaps = {self._number(unescape(line.split()[0])) for line in swaps if line}

    def mounts(self, number: str) -> list[str]:
        """Where the file system on the device is mounted."""
        return self._mounts.get(number, [])

    def is_swap(self, number: str) -> bool:
        """Whether the kernel swaps to the device."""
        return number in self._swaps

    def _add_mount(self, line: str) -> None:
        """One line of proc_pid_mountinfo(5)."""
        place, _, source = line.partition(" - ")
        fields, source_fields = place.split(), source.split()
        if len(fields) < 5 or len(source_fields) < 2:
            return
        numbers = [fields[2]]
        if fields[2].startswith("0:"):  # btrfs, which has a number of its own for each mount, and tells of one device
            name = self._name(unescape(source_fields[1]))
            numbers = [self._number_of(one) for one in self._spread.get(name, [name])]
        for number in numbers:
            self._mounts.setdefault(number, []).append(unescape(fields[4]))

    def _number(self, device: str) -> str:
        """The major:minor of /dev/…; empty for anything else."""
        return self._number_of(self._name(device))

    def _number_of(self, name: str) -> str:
        """The major:minor of what the kernel calls so; empty if there is none."""
        return read(self._host.sys, "class", "block", name, "dev") if name else ""

    def _name(self, device: str) -> str:
        """The kernel's name of /dev/…; empty for anything else."""
        if not device.startswith("/dev/"):
            return ""
        return kernel_name(os.path.join(self._host.dev, device[len("/dev/") :]))


def btrfs_devices(host: Host) -> dict[str, list[str]]:
    """For each device of a btrfs that is mounted all devices of that, by the kernel's names."""
    top = os.path.join(host.sys, "fs", "btrfs")
    groups = [names(top, uuid, "devices") for uuid in names(top)]
    return {name: group for group in groups for name in group}


def unescape(text: str) -> str:
    """Undoes the octal escapes of the kernel's tables: blanks, tabs, newlines and backslashes."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), text)
