"""What changed since somebody looked (expect.py), as sentences for a person on a terminal; the page has its own, in
src/pages/change/difference-text.ts."""

from __future__ import annotations

import json
import time
from typing import Callable

from zfsadmin.columns import printable
from zfsadmin.expect_form import Difference

SHOWN = 3  # names or lines; the rest is counted
LONGEST = 100  # characters of a value


def difference_text(difference: Difference) -> str:
    """Says what is not as it was; what is of no known kind stays as it is."""
    words = WORDS.get(difference["what"])
    return printable(words(difference) if words else json.dumps(difference))


def _pool(one: Difference) -> str:
    if one["found"] is None:
        return f"The pool {one['name']} is not there any more."
    return f"{one['name']} is another pool now: its guid is {_now_and_before(one)}."


def _dataset(one: Difference) -> str:
    if one["found"] is None:
        return f"{one['name']} is not there any more."
    return f"{one['name']} was destroyed and made anew, or renamed: its guid is {_now_and_before(one)}."


def _property(one: Difference) -> str:
    return f"{one['property']} of {one['name']} is {_now_and_before(one, 'not set')}."


def _checkpoint(one: Difference) -> str:
    if one["found"] is None:
        return f"The checkpoint of {one['name']} is not there any more."
    now, before = (time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(one[which])) for which in ("found", "expected"))
    return f"{one['name']} has another checkpoint now: it was taken {now}, the one before {before}."


DISK = {
    "serial": "There is another disk at {path}: its serial number is {values}.",
    "size": "The size of {path} in bytes is {values}.",
    "parts": "The number of partitions of {path} is {values}.",
    "signature": "What is on {path} has changed: it is {values}.",
}


def _disk(one: Difference) -> str:
    path, field = one["path"], one["field"]
    if field == "missing":
        return f"The disk {path} is not there any more."
    if field == "inUse":
        return f"The disk {path} is in use now: {one['found']}."
    sentence = DISK.get(field, "The disk {path} has changed: {field} is {values}.")
    return sentence.format(path=path, field=field, values=_now_and_before(one))


def _vdev(one: Difference) -> str:
    name, group = one["name"], one["group"]
    if one["field"] == "added":
        return f"Another device has come to {group}: {name}."
    if one["field"] == "missing":
        if name == group:
            return f"{group} is not there any more, or has become part of another device."
        return f"{name} does not belong to {group} any more."
    return f"The state of {name} has changed: it is {_now_and_before(one)}."


def _dry_run(one: Difference) -> str:
    return _came_and_went(one, "line", "what it would do")


def _contents(one: Difference) -> str:
    return _came_and_went(one, "dataset", one["name"])


def _snapshots(one: Difference) -> str:
    return _came_and_went(one, "snapshot", one["name"])


WORDS: dict[str, Callable[[Difference], str]] = {
    "pool": _pool,
    "dataset": _dataset,
    "contents": _contents,
    "snapshots": _snapshots,
    "vdev": _vdev,
    "property": _property,
    "checkpoint": _checkpoint,
    "disk": _disk,
    "dryRun": _dry_run,
}


def _now_and_before(one: Difference, nothing: str = "none") -> str:
    now, before = (nothing if one[which] is None else _short(str(one[which])) for which in ("found", "expected"))
    return f"{now}, and was {before}"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _came_and_went(one: Difference, thing: str, place: str) -> str:
    sentences = []
    for which, way in (("added", "come to"), ("removed", "gone from")):
        if count := one[f"{which}Count"]:
            things = f"1 {thing} has" if count == 1 else f"{count} {thing}s have"
            sentences.append(f"{things} {way} {place}: {_some(one[which], count)}")
    return " ".join(sentences)


def _some(lines: list[str], count: int) -> str:
    """The first of so many, with blanks for the tabs of a dry run."""
    some = "; ".join(" ".join(line.split()) for line in lines[:SHOWN])
    return f"{some}; …" if count > SHOWN else f"{some}."
