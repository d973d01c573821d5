"""What the person saw when deciding, compared with what is there now, under the locks of the pools.

    {"pools": [{"name", "guid"}], "datasets": [{"name", "guid"}],
     "contents": {"of", "datasets": [{"name", "guid"}], "snapshots": [{"name", "guid"}]},
     "vdevs": [{"pool", "name", "guid", "devices": [{"guid", "name", "state"}]}],
     "disks": [{"path", "serial", "size", "signatures"}],
     "dryRun": {"argv": […], "lines": […]},
     "properties": […], "checkpoints": […]}

All parts may be missing; the last two are told in values.py. A dataset here is also a snapshot or a bookmark, but for
`contents`: these are all filesystems and volumes from the one named `of` downwards, and all snapshots of them if these
are told, of which there may be a hundred thousand; none may have come or gone. A vdev is a top-level one with the
devices in it: none may have come or gone there, or be in another state; names are only to tell of them. The signatures
of a disk are what udev found on it and on each of its parts, in the order of `zfsadmin disks`: the type of the content,
else that of the partition table, else null.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any, Callable

from zfsadmin.arguments import DATASET, NAME, POOL, ArgumentsError, check_dry_run, lies_in
from zfsadmin.ask import NoAnswerError, ask, told
from zfsadmin.blocks import Description, subtree
from zfsadmin.bounded import BoundedError, bounded
from zfsadmin.child import PATH
from zfsadmin.disks import disks
from zfsadmin.host import Host
from zfsadmin.pools import guids
from zfsadmin.refused import RefusedError
from zfsadmin.values import PROPERTY, checkpoint_changes, property_changes
from zfsadmin.vdevs import vdev_changes

Change = dict[str, Any]
Expected = dict[str, Any]

LOOK = 10.0  # seconds for a look at a few things
LOOK_AT_MANY = 60.0  # seconds for a look at many, as the page has for the same
FEW = 10  # datasets
SHOWN = 100  # lines of a dry run, or names, that are told, each way
AT_ONCE = 1000  # names in one call: an argument list takes some thousand of the longest

IDENTITY = {"name": str, "guid": str}
CONTENTS = {"of": str, "datasets": list, "snapshots": list}
VDEV = {"pool": str, "name": str, "guid": str, "devices": list}
DEVICE = {"guid": str, "name": str, "state": str}
OPTIONAL_TEXT = (str, type(None))
DISK = {"path": str, "serial": OPTIONAL_TEXT, "size": int, "signatures": list}
SEEN_PROPERTY = {"name": str, "property": str, "value": OPTIONAL_TEXT}
SEEN_CHECKPOINT = {"pool": str, "time": int}
PARTS = {"pools", "datasets", "contents", "vdevs", "disks", "dryRun", "properties", "checkpoints"}
NAMES = {"pools": POOL, "datasets": f"{DATASET}(?:[@#]{NAME})?"}
MISSING = re.compile(r"cannot open '(.*)': .*(?:does not exist|no such pool)")


class ChangedError(RefusedError):
    """The world is not as expected."""

    reason = "changed"


class UnknownError(RefusedError):
    """What is there could not be found out."""

    reason = "unknown"


def read_expect(data: bytes) -> Expected:
    """The expectations in a text. Raises ArgumentsError for what cannot be compared: something that
    is expected, but not looked at, would be worse than nothing."""
    try:
        expected: Expected = json.loads(data)
    except ValueError as error:
        raise ArgumentsError(f"the expectations are not JSON: {error}") from None
    if not is_expected(expected):
        raise ArgumentsError("the expectations have an unknown form")
    if "dryRun" in expected:
        check_dry_run(expected["dryRun"]["argv"])
    return expected


def is_expected(value: object) -> bool:
    """Whether it has the form that stands at the top of this file."""
    if not isinstance(value, dict) or not value.keys() <= PARTS:
        return False
    identities = [(entry, NAMES[part]) for part in NAMES for entry in value.get(part, [])]
    dry_run = value.get("dryRun", {"argv": [], "lines": []})
    return (
        all(has_fields(entry, IDENTITY) and re.fullmatch(pattern, entry["name"]) for entry, pattern in identities)
        and all(is_vdev(entry) for entry in value.get("vdevs", []))
        and all(is_disk(entry) for entry in value.get("disks", []))
        and ("contents" not in value or is_contents(value["contents"]))
        and all(is_seen_property(entry) for entry in value.get("properties", []))
        and all(
            has_fields(entry, SEEN_CHECKPOINT) and re.fullmatch(POOL, entry["pool"])
            for entry in value.get("checkpoints", [])
        )
        and has_fields(dry_run, {"argv": list, "lines": list})
        and all(isinstance(word, str) for word in [*dry_run["argv"], *dry_run["lines"]])
    )


def is_vdev(value: object) -> bool:
    """Whether it is a vdev of a pool with its devices."""
    return (
        isinstance(value, dict)
        and has_fields(value, VDEV)
        and re.fullmatch(POOL, value["pool"]) is not None
        and all(has_fields(device, DEVICE) for device in value["devices"])
    )


def is_disk(value: object) -> bool:
    """Whether it is a disk, with a signature for itself at least."""
    if not has_fields(value, DISK) or not isinstance(value, dict):
        return False
    signatures = value["signatures"]
    return len(signatures) > 0 and all(isinstance(signature, OPTIONAL_TEXT) for signature in signatures)


def is_seen_property(value: object) -> bool:
    """Whether it is a property of a dataset, of which only one that has a name of its own can be told."""
    if not has_fields(value, SEEN_PROPERTY) or not isinstance(value, dict):
        return False
    name, prop = value["name"], value["property"]
    return re.fullmatch(DATASET, name) is not None and prop != "all" and re.fullmatch(PROPERTY, prop) is not None


def is_contents(value: object) -> bool:
    """Whether it is a dataset with what is at and below it."""
    if not isinstance(value, dict) or not has_fields({"snapshots": [], **value}, CONTENTS):
        return False
    top = value["of"]
    return re.fullmatch(DATASET, top) is not None and all(
        has_fields(entry, IDENTITY) and re.fullmatch(pattern, entry["name"]) and lies_in(entry["name"], [top])
        for part, pattern in (("datasets", DATASET), ("snapshots", f"{DATASET}@{NAME}"))
        for entry in value.get(part, [])
    )


def has_fields(value: object, fields: dict[str, Any]) -> bool:
    """Whether it is an object with exactly these fields."""
    if not isinstance(value, dict) or value.keys() != fields.keys():
        return False
    return all(isinstance(value[name], form) for name, form in fields.items())


def compare(expected: Expected, path: str = PATH, host: Host | None = None) -> None:
    """Compares with what is there. Raises ChangedError, or UnknownError."""
    try:
        changes = identities("pool", expected.get("pools", []), lambda names: guids(names, LOOK, path))
        changes += identities("dataset", expected.get("datasets", []), lambda names: dataset_guids(names, path))
        if "contents" in expected and not changes:
            changes = contents_changes(expected["contents"], path)
        if "vdevs" in expected and not changes:
            changes = vdev_changes(expected["vdevs"], LOOK, path)
        if not changes:
            changes = property_changes(expected.get("properties", []), path)
            changes += checkpoint_changes(expected.get("checkpoints", []), path)
        if "disks" in expected:
            changes += bounded(lambda: disk_changes(expected["disks"], host or Host()), LOOK)
        if "dryRun" in expected and not changes:
            changes = dry_run_changes(expected["dryRun"], path)
    except (NoAnswerError, BoundedError) as error:
        raise UnknownError(f"What you saw cannot be compared with what is there: {error}") from None
    if changes:
        raise ChangedError("it changed since you looked", changes=changes)


def identities(what: str, expected: list[Expected], look: Callable[[list[str]], dict[str, str]]) -> list[Change]:
    """What has another guid, or is not there."""
    found = look([entry["name"] for entry in expected]) if expected else {}
    return [
        {"what": what, "name": entry["name"], "expected": entry["guid"], "found": found.get(entry["name"])}
        for entry in expected
        if found.get(entry["name"]) != entry["guid"]
    ]


def dataset_guids(names: list[str], path: str) -> dict[str, str]:
    """The guids of those that exist. Raises NoAnswerError if ZFS does not say that the others do not."""
    found: dict[str, str] = {}
    for start in range(0, len(names), AT_ONCE):
        some = names[start : start + AT_ONCE]
        seconds = LOOK if len(some) <= FEW else LOOK_AT_MANY
        answer = ask(["zfs", "get", "-Hpo", "name,value", "guid", *some], seconds, path)
        told = dict(line.split("\t") for line in answer.stdout.splitlines())
        missing = {match[1] for match in MISSING.finditer(answer.stderr)}
        if not set(some) <= told.keys() | missing:
            raise NoAnswerError(answer.stderr.strip() or "zfs get told too little")
        found.update(told)
    return found


def contents_changes(expected: Expected, path: str) -> list[Change]:
    """What came, went, or was made anew at and below a dataset. Raises NoAnswerError if ZFS does not list all."""
    top = expected["of"]
    kinds = "filesystem,volume,snapshot" if "snapshots" in expected else "filesystem,volume"
    listing = told(["zfs", "list", "-Hpr", "-t", kinds, "-o", "name,guid", "-s", "name", top], LOOK_AT_MANY, path)
    datasets: dict[str, str] = {}
    snapshots: dict[str, str] = {}
    for line in listing.splitlines():
        name, guid = line.split("\t")
        (snapshots if "@" in name else datasets)[name] = guid
    changes = came_and_went("contents", top, expected["datasets"], datasets)
    return changes + came_and_went("snapshots", top, expected.get("snapshots", []), snapshots)


def came_and_went(what: str, top: str, expected: list[Expected], now: dict[str, str]) -> list[Change]:
    """What was made anew, and what came or went, in a list of all."""
    before = {entry["name"]: entry["guid"] for entry in expected}
    changes: list[Change] = [
        {"what": "dataset", "name": name, "expected": guid, "found": now[name]}
        for name, guid in before.items()
        if now.get(name, guid) != guid
    ][:SHOWN]
    added, removed = sorted(now.keys() - before.keys()), sorted(before.keys() - now.keys())
    if added or removed:
        change: Change = {"what": what, "name": top, "added": added[:SHOWN], "removed": removed[:SHOWN]}
        changes.append({**change, "addedCount": len(added), "removedCount": len(removed)})
    return changes


def dry_run_changes(expected: Expected, path: str) -> list[Change]:
    """The lines that came or went, in whatever order. How much would be freed is no promise: it changes by itself."""
    lines_now = told(expected["argv"], LOOK_AT_MANY, path).splitlines()
    before, now = (
        Counter(line for line in lines if not line.startswith("reclaim\t")) for lines in (expected["lines"], lines_now)
    )
    added, removed = list((now - before).elements()), list((before - now).elements())
    if not added and not removed:
        return []
    change: Change = {"what": "dryRun", "argv": expected["argv"], "added": added[:SHOWN], "removed": removed[:SHOWN]}
    return [{**change, "addedCount": len(added), "removedCount": len(removed)}]


def disk_changes(expected: list[Expected], host: Host) -> list[Change]:
    """The disks that are not there, are other ones, hold something else, or are in use."""
    found: dict[str, tuple[Description, Description]] = {}
    for disk in disks(host):
        for device in subtree(disk):
            for path in [device["path"], *device["byId"], *device["byPath"], *device["byVdev"]]:
                found[path] = (disk, device)
    return [change for disk in expected for change in disk_change(disk, found.get(disk["path"]))]


def disk_change(expected: Expected, found: tuple[Description, Description] | None) -> list[Change]:
    """What is different at one disk."""
    about: Change = {"what": "disk", "path": expected["path"]}
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
    changes: list[Change] = [
        {**about, "field": field, "expected": before, "found": now} for field, before, now in facts if before != now
    ]
    # which is which is not known where parts came or went
    if len(parts) == len(signatures):
        paths = [expected["path"], *(part["path"] for part in parts[1:])]
        changes += [
            {"what": "disk", "path": path, "field": "signature", "expected": before, "found": now}
            for path, before, now in zip(paths, signatures, map(signature, parts))
            if before != now
        ]
    return changes


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
