"""Where the kernel and udev tell about block devices, and how their files are read."""

from __future__ import annotations

import os
import re
from typing import NamedTuple


class Host(NamedTuple):
    """The folders everything is read from. Nothing here opens a device: what is read is what the kernel and udev
    already know, so that no disk is woken."""

    sys: str = "/sys"
    udev: str = "/run/udev/data"
    dev: str = "/dev"
    proc: str = "/proc"


def read(*parts: str) -> str:
    """The text of a file, without space around it; empty if there is none, or no more, or it cannot be read."""
    try:
        with open(os.path.join(*parts), encoding="utf-8", errors="replace") as file:
            return file.read().strip()
    except OSError:
        return ""


def read_number(*parts: str) -> int:
    """The number in a file; 0 if there is none."""
    text = read(*parts)
    return int(text) if re.fullmatch(r"-?\d+", text) else 0


def names(*parts: str) -> list[str]:
    """The sorted names in a folder; none if there is no such folder."""
    try:
        return sorted(os.listdir(os.path.join(*parts)))
    except OSError:
        return []


def kernel_name(link: str) -> str:
    """sda1 for /dev/disk/by-id/…-part1 or /dev/sda1 itself."""
    return os.path.basename(os.path.realpath(link))


def udev_properties(host: Host, number: str) -> dict[str, str]:
    """What udev knows of the block device with this major:minor."""
    lines = read(host.udev, f"b{number}").split("\n")
    pairs = [line[2:].partition("=") for line in lines if line.startswith("E:")]
    return {name: value for name, _, value in pairs}


def udev_text(properties: dict[str, str], name: str) -> str:
    """A property as people know it: udev replaces blanks in NAME, and keeps the truth as \\xNN in NAME_ENC."""
    encoded = properties.get(f"{name}_ENC")
    if encoded is None:
        return properties.get(name, "").strip()
    raw = re.sub(rb"\\x([0-9a-f]{2})", lambda match: bytes([int(match[1], 16)]), encoded.encode())
    return raw.decode("utf-8", "replace").strip()
