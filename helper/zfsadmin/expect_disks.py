"""The disks of this host, and how they differ from what a person saw."""

from __future__ import annotations

from zfsadmin.blocks import Description, subtree
from zfsadmin.disks import disks
from zfsadmin.expect_form import Difference, Expected
from zfsadmin.host import Host


def disk_differences(expected: list[Expected], host: Host) -> list[Difference]:
    """The disks that are not there, are other ones, hold something else, or are in use."""
    found: dict[str, tuple[Description, Description]] = {}
    for disk in disks(host):
        for device in subtree(disk):
            for path in [device["path"], *device["byId"], *device["byPath"], *device["byVdev"]]:
                found[path] = (disk, device)
    return [difference for disk in expected for difference in differences_at(disk, found.get(disk["path"]))]


def differences_at(expected: Expected, found: tuple[Description, Description] | None) -> list[Difference]:
    """What is different at one disk."""
    about: Difference = {"what": "disk", "path": expected["path"]}
    if found is None:
        return [{**about, "field": "missing", "expected": expected["serial"], "found": None}]
    disk, device = found
    parts, signatures = subtree(device), expected["signatures"]
    facts = [
        ("serial", expected["serial"], disk.get("serial")),
        ("size", expected["size"], device["size"]),
        ("parts", len(signatures) - 1, len(parts) - 1),
        ("inUse", None, use(device)),
    ]
    differences: list[Difference] = [
        {**about, "field": field, "expected": before, "found": now} for field, before, now in facts if before != now
    ]
    # which is which is not known where parts came or went
    if len(parts) == len(signatures):
        paths = [expected["path"], *(part["path"] for part in parts[1:])]
        differences += [
            {"what": "disk", "path": path, "field": "signature", "expected": before, "found": now}
            for path, before, now in zip(paths, signatures, map(signature, parts))
            if before != now
        ]
    return differences


def signature(device: Description) -> str | None:
    """What udev found on the device itself."""
    content: dict[str, str] = device.get("content", {})
    return content.get("type") or content.get("table")


def use(device: Description) -> str | None:
    """What keeps the device from being overwritten: where it is mounted, swap, or what the kernel built on it."""
    parts = subtree(device)
    mounts = [mount for part in parts for mount in part["mounts"]]
    swaps = ["swap" for part in parts if part["swap"]]
    built = [part["name"] for part in parts[1:] if part["kind"] != "partition"]
    return next(iter([*mounts, *swaps, *built]), None)
