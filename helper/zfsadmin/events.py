"""Reads the text of `zpool events -Hv`.

    Nov 22 2026 11:05:16.115998176<TAB>sysevent.fs.zfs.history_event
            class = "sysevent.fs.zfs.history_event"
            pool = "tank"
            history_dsname = "tank/data"
            history_internal_str = "org.example:note=first line
    second line"
            time = 0x6b02cc6c 0x6e9fde0
            eid = 0x6e

The header is in local time and says only the class; strings are not escaped, so a value may hold quotes, empty lines
and lines that look like another field. Hence: the first field of a name counts, the eid (which every event has, last)
ends an event, and whatever cannot be understood costs no more than a field. An event that lacks something is passed
on with what it has. Between events stands "dropped N events" when the kernel's ring ran over, and at the end the
error message, if the reader is given that too.
"""

from __future__ import annotations

import re
from typing import NamedTuple

HEADER = re.compile(r"[A-Z][a-z]{2} [ \d]\d \d{4} \d\d:\d\d:\d\d\.\d+\t(\S+)")
FIELD = re.compile(r" {8}(\w+) = (.*)")
DROPPED = re.compile(r"dropped \d+ events")


class Event(NamedTuple):
    """What happened, as far as ZFS says it; None where it does not."""

    class_name: str
    """ZFS's own word, such as sysevent.fs.zfs.scrub_finish."""
    pool: str | None
    pool_guid: str | None
    """Decimal."""
    dataset: str | None
    """The dataset or snapshot of a history_event."""
    verb: str | None
    """The internal name of a history_event: create, set, snapshot, "scan done"."""
    detail: str | None
    """What the history_event says beyond its verb: compression=15, "-> tank/new"."""
    time: int | None
    """Unix seconds."""


class Dropped:
    """The kernel threw events away before they were read."""


class Reader:
    """Turns output, in pieces of any size, into events. `remark` is the last line that belongs to none."""

    def __init__(self) -> None:
        self.remark = ""
        self._rest = b""
        self._class_name: str | None = None
        self._fields: dict[str, str] = {}
        self._field = ""

    def feed(self, data: bytes) -> list[Event | Dropped]:
        """The events that end in `data`. Bytes that are not UTF-8 become replacement characters."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        found: list[Event | Dropped] = []
        for raw in lines:
            self._line(raw.decode("utf-8", "replace"), found)
        return found

    def _line(self, line: str, found: list[Event | Dropped]) -> None:
        if header := HEADER.fullmatch(line):
            self._end(found)
            self._class_name = header[1]
        elif DROPPED.fullmatch(line):
            found.append(Dropped())
        elif self._class_name is None:
            self.remark = line or self.remark
        elif (field := FIELD.fullmatch(line)) and field[1] not in self._fields:
            self._field = field[1]
            self._fields[self._field] = field[2]
            if self._field == "eid":
                self._end(found)
        elif self._field:
            self._fields[self._field] += "\n" + line

    def _end(self, found: list[Event | Dropped]) -> None:
        if self._class_name is not None:
            found.append(event(self._class_name, self._fields))
        self._class_name = None
        self._fields = {}
        self._field = ""


def event(class_name: str, fields: dict[str, str]) -> Event:
    """The event that a header and its fields, still as printed, describe."""
    guid = number(fields.get("pool_guid"))
    return Event(
        class_name=class_name,
        pool=string(fields.get("pool")),
        pool_guid=None if guid is None else str(guid),
        dataset=string(fields.get("history_dsname")),
        verb=string(fields.get("history_internal_name")),
        detail=(string(fields.get("history_internal_str")) or "").strip() or None,
        time=number(fields.get("time")),
    )


def string(printed: str | None) -> str | None:
    """The text between the quotes."""
    if printed is None or len(printed) < 2 or not (printed[0] == printed[-1] == '"'):
        return None
    return printed[1:-1]


def number(printed: str | None) -> int | None:
    """The first of the numbers printed; they are hexadecimal, and a time is seconds and nanoseconds."""
    match = re.match("0x[0-9a-f]+", printed or "")
    return None if match is None else int(match[0], 16)
