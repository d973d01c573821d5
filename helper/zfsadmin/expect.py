"""What the person saw when deciding, compared with what is there now, under the locks of the pools."""

from __future__ import annotations

import re
from collections import Counter
from typing import Callable

from zfsadmin.ask import NoAnswerError, ask, output_of
from zfsadmin.bounded import BoundedError, bounded
from zfsadmin.child import PATH
from zfsadmin.expect_disks import disk_differences
from zfsadmin.expect_form import Difference, Expected
from zfsadmin.expect_values import checkpoint_differences, property_differences
from zfsadmin.expect_vdevs import vdev_differences
from zfsadmin.host import Host
from zfsadmin.pools import guids
from zfsadmin.refused import RefusedError

LOOK = 10.0  # seconds for a look at a few things
LOOK_AT_MANY = 60.0  # seconds for a look at many, as the page has for the same
FEW = 10  # datasets
SHOWN = 100  # lines of a dry run, or names, that are told, each way
AT_ONCE = 1000  # names in one call: an argument list takes some thousand of the longest

MISSING = re.compile(r"cannot open '(.*)': .*(?:does not exist|no such pool)")


class ChangedError(RefusedError):
    """The world is not as expected."""

    reason = "changed"


class UnknownError(RefusedError):
    """What is there could not be found out."""

    reason = "unknown"


def compare(expected: Expected, path: str = PATH, host: Host | None = None) -> None:
    """Compares with what is there. Raises ChangedError, or UnknownError."""
    try:
        differences = identities("pool", expected.get("pools", []), lambda names: guids(names, LOOK, path))
        differences += identities("dataset", expected.get("datasets", []), lambda names: dataset_guids(names, path))
        if "contents" in expected and not differences:
            differences = contents_differences(expected["contents"], path)
        if "vdevs" in expected and not differences:
            differences = vdev_differences(expected["vdevs"], LOOK, path)
        if not differences:
            differences = property_differences(expected.get("properties", []), LOOK, path)
            differences += checkpoint_differences(expected.get("checkpoints", []), LOOK, path)
        if "disks" in expected:
            differences += bounded(lambda: disk_differences(expected["disks"], host or Host()), LOOK)
        if "dryRun" in expected and not differences:
            differences = dry_run_differences(expected["dryRun"], path)
    except (NoAnswerError, BoundedError) as error:
        raise UnknownError(f"What you saw cannot be compared with what is there: {error}") from None
    if differences:
        raise ChangedError("it changed since you looked", changes=differences)


def identities(what: str, expected: list[Expected], look: Callable[[list[str]], dict[str, str]]) -> list[Difference]:
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
        listed = dict(line.split("\t") for line in answer.stdout.splitlines())
        missing = {match[1] for match in MISSING.finditer(answer.stderr)}
        if not set(some) <= listed.keys() | missing:
            raise NoAnswerError(answer.stderr.strip() or "zfs get told too little")
        found.update(listed)
    return found


def contents_differences(expected: Expected, path: str) -> list[Difference]:
    """What came, went, or was made anew at and below a dataset. Raises NoAnswerError if ZFS does not list all."""
    top = expected["of"]
    kinds = "filesystem,volume,snapshot" if "snapshots" in expected else "filesystem,volume"
    listing = output_of(["zfs", "list", "-Hpr", "-t", kinds, "-o", "name,guid", "-s", "name", top], LOOK_AT_MANY, path)
    datasets: dict[str, str] = {}
    snapshots: dict[str, str] = {}
    for line in listing.splitlines():
        name, guid = line.split("\t")
        (snapshots if "@" in name else datasets)[name] = guid
    differences = came_and_went("contents", top, expected["datasets"], datasets)
    return differences + came_and_went("snapshots", top, expected.get("snapshots", []), snapshots)


def came_and_went(what: str, top: str, expected: list[Expected], now: dict[str, str]) -> list[Difference]:
    """What was made anew, and what came or went, in a list of all."""
    before = {entry["name"]: entry["guid"] for entry in expected}
    differences: list[Difference] = [
        {"what": "dataset", "name": name, "expected": guid, "found": now[name]}
        for name, guid in before.items()
        if now.get(name, guid) != guid
    ][:SHOWN]
    added, removed = sorted(now.keys() - before.keys()), sorted(before.keys() - now.keys())
    return differences + added_and_removed({"what": what, "name": top}, added, removed)


def dry_run_differences(expected: Expected, path: str) -> list[Difference]:
    """The lines that came or went, in whatever order. How much would be freed is no promise: it changes by itself."""
    lines_now = output_of(expected["argv"], LOOK_AT_MANY, path).splitlines()
    before, now = (
        Counter(line for line in lines if not line.startswith("reclaim\t")) for lines in (expected["lines"], lines_now)
    )
    added, removed = list((now - before).elements()), list((before - now).elements())
    return added_and_removed({"what": "dryRun", "argv": expected["argv"]}, added, removed)


def added_and_removed(about: Difference, added: list[str], removed: list[str]) -> list[Difference]:
    """How many came or went, if any, and the first of them."""
    if not added and not removed:
        return []
    some = {"added": added[:SHOWN], "removed": removed[:SHOWN]}
    return [{**about, **some, "addedCount": len(added), "removedCount": len(removed)}]
