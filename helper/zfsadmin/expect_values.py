"""Properties of datasets and checkpoints of pools, and how they differ from what a person saw."""

from __future__ import annotations

import re
import time
from calendar import timegm

from zfsadmin.ask import NoAnswerError, output_of
from zfsadmin.expect_form import Difference, Expected

AT_ONCE = 500  # datasets in one call, each of which has the whole time
# print_checkpoint_status() in cmd/zpool/zpool_main.c: a line of its own, with the date as ctime(3) has it
CHECKPOINT = re.compile(r"^ *checkpoint: created (.+), consumes ", re.MULTILINE)


def property_differences(expected: list[Expected], seconds: float, path: str) -> list[Difference]:
    """The properties that have another value now. Raises NoAnswerError."""
    found = values(expected, seconds, path) if expected else {}
    return [
        {"what": "property", "name": one["name"], "property": one["property"], "expected": one["value"], "found": now}
        for one in expected
        if set_value(one["value"]) != (now := set_value(found[one["name"], one["property"]]))
    ]


def values(expected: list[Expected], seconds: float, path: str) -> dict[tuple[str, str], str]:
    """The values of now by dataset and property: in one process for many datasets. One value alone is asked for by
    itself, because only so it is told to the character: a user property may hold tabs and line ends."""
    if len(expected) == 1:
        name, prop = expected[0]["name"], expected[0]["property"]
        return {(name, prop): output_of(["zfs", "get", "-Hpo", "value", prop, name], seconds, path).removesuffix("\n")}
    names = list(dict.fromkeys(one["name"] for one in expected))
    properties = ",".join(dict.fromkeys(one["property"] for one in expected))
    found: dict[tuple[str, str], str] = {}
    for start in range(0, len(names), AT_ONCE):
        some = names[start : start + AT_ONCE]
        listing = output_of(["zfs", "get", "-Hpo", "name,property,value", properties, *some], seconds, path)
        for name, prop, value in (line.split("\t") for line in listing.split("\n") if line.count("\t") == 2):
            found[name, prop] = value
    if any((one["name"], one["property"]) not in found for one in expected):
        raise NoAnswerError("zfs get told too little")
    return found


def set_value(value: str | None) -> str | None:
    """None for what stands for no value."""
    return None if value in ("", "-") else value


def checkpoint_differences(expected: list[Expected], seconds: float, path: str) -> list[Difference]:
    """The pools that have another checkpoint now, or none. Raises NoAnswerError."""
    return [
        {"what": "checkpoint", "name": one["pool"], "expected": one["time"], "found": now}
        for one in expected
        if one["time"] != (now := checkpoint_time(one["pool"], seconds, path))
    ]


def checkpoint_time(pool: str, seconds: float, path: str) -> int | None:
    """When the checkpoint of a pool was taken, in Unix seconds; None without one that can be gone back to. The text is
    what every version of zpool prints; `ask` has it print the times of UTC. Raises NoAnswerError."""
    match = CHECKPOINT.search(output_of(["zpool", "status", pool], seconds, path))
    try:
        return timegm(time.strptime(match[1])) if match else None
    except ValueError:
        raise NoAnswerError(f"the date of the checkpoint is not known: {match[1] if match else ''}") from None
