"""The devices of a pool by their guids, and how they differ from what a person saw.

`zpool status -g` has a guid for the name of every vdev, in the same form since 2.1: a tab, two blanks for each step
down, the guid, its state (print_status_config() in cmd/zpool/zpool_main.c). The pool itself stands at the margin, and
so do the titles of the classes; what has two blanks is a top-level vdev or a spare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from zfsadmin.ask import output_of
from zfsadmin.expect_form import Difference, Expected

# What cannot be read has one of these states. Text and JSON of one moment may differ in which: JSON leaves out the
# reason (`aux`) where it tells what the device was called before (cmd/zpool/zpool_main.c).
UNREADABLE = ("FAULTED", "SPLIT", "UNAVAIL")

ROW = re.compile(r"\t((?:  )+)(\d+) +([A-Z]+)\b")
TOP = 1


class Row(NamedTuple):
    """One vdev, and how deep in the tree it stands."""

    depth: int
    guid: str
    state: str


def vdev_differences(expected: list[Expected], seconds: float, path: str) -> list[Difference]:
    """What is different at some top-level vdevs. Raises NoAnswerError."""
    rows = {pool: rows_of(pool, seconds, path) for pool in sorted({vdev["pool"] for vdev in expected})}
    return [difference for vdev in expected for difference in differences_at(vdev, rows[vdev["pool"]])]


def rows_of(pool: str, seconds: float, path: str) -> list[Row]:
    """All vdevs of a pool, in the order of its tree. Raises NoAnswerError."""
    _, _, tree = output_of(["zpool", "status", "-g", pool], seconds, path).partition("\nconfig:\n")
    found = (ROW.match(line) for line in tree.splitlines())
    return [Row(len(match[1]) // 2, match[2], match[3]) for match in found if match]


def devices_of(top: str, rows: list[Row]) -> dict[str, str]:
    """The states of the devices that a top-level vdev is made of, which may be itself; empty if it is none."""
    start = next((at for at, row in enumerate(rows) if row.depth == TOP and row.guid == top), None)
    if start is None:
        return {}
    end = next((at for at in range(start + 1, len(rows)) if rows[at].depth == TOP), len(rows))
    below = [row.depth for row in rows[start + 1 : end]] + [TOP]
    return {row.guid: row.state for row, next_depth in zip(rows[start:end], below) if next_depth <= row.depth}


def plain(state: str) -> str:
    """The state, the same for all that are UNREADABLE."""
    return UNREADABLE[-1] if state in UNREADABLE else state


def differences_at(expected: Expected, rows: list[Row]) -> Iterator[Difference]:
    """What is different at one top-level vdev: that it is gone, or else which of its devices are, or have come."""
    about: Difference = {"what": "vdev", "group": expected["name"]}
    now = devices_of(expected["guid"], rows)
    if not now:
        yield {**about, "field": "missing", "name": expected["name"], "expected": None, "found": None}
        return
    for device in expected["devices"]:
        before, state = device["state"], now.pop(device["guid"], None)
        if state is None or plain(state) != plain(before):
            field = "missing" if state is None else "state"
            yield {**about, "field": field, "name": device["name"], "expected": before, "found": state}
    for guid, state in now.items():
        yield {**about, "field": "added", "name": guid, "expected": None, "found": state}
