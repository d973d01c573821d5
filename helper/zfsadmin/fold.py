"""Keeps the stream to the page thin.

Nothing between `follow` and the browser can slow it down, and a busy pool makes thousands of events a second, most of
them alike. So events are held for a moment and equal ones become one line with a count; the moment grows with what was
written last, which bounds the rate; and when even the distinct ones are too many, all of them become one line that
says "everything changed", which the page can act on faster than on each.
"""

from __future__ import annotations

from typing import Optional

from zfsadmin.events import Event

Line = dict[str, object]
Key = tuple[str, Optional[str], Optional[str], Optional[str]]

WINDOW = 0.1  # seconds that an event waits for others like it
RATE = 50  # lines a second; more distinct ones than this at a time are "everything"


class Folded:
    """Equal events: the newest, and how many there were."""

    def __init__(self, event: Event) -> None:
        self._event = event
        self._count = 1

    def add(self, event: Event) -> None:
        """One more; the detail stays only while all agree on it."""
        self._event = event if event.detail == self._event.detail else event._replace(detail=None)
        self._count += 1

    def line(self) -> Line:
        """What is written; fields that ZFS did not give are left out."""
        line: Line = {
            "kind": "event",
            "class": self._event.class_name,
            "pool": self._event.pool,
            "poolGuid": self._event.pool_guid,
            "dataset": self._event.dataset,
            "verb": self._event.verb,
            "detail": self._event.detail,
            "time": self._event.time,
            "count": self._count,
        }
        return {name: value for name, value in line.items() if value is not None}


class Fold:
    """What waits to be written. Times are seconds of the monotonic clock."""

    def __init__(self) -> None:
        self._events: dict[Key, Folded] = {}
        self._changes: set[int] = set()
        self._everything: str | None = None
        self._due: float | None = None
        self._not_before = 0.0

    def add(self, event: Event, now: float) -> None:
        """Puts an event to those like it: of the same class, pool, dataset and verb."""
        key = (event.class_name, event.pool, event.dataset, event.verb)
        if key in self._events:
            self._events[key].add(event)
        elif self._has_room(now):
            self._events[key] = Folded(event)

    def audit(self, change: int, now: float) -> None:
        """Notes that the audit has something new on this change."""
        if change not in self._changes and self._has_room(now):
            self._changes.add(change)

    def everything(self, reason: str, now: float) -> None:
        """Replaces what waits, and what comes until it is written, by one line."""
        self._wake(now)
        self._everything = self._everything or reason

    def due(self) -> float | None:
        """When to call `take`; None if nothing waits."""
        return self._due

    def take(self, now: float) -> list[Line]:
        """The lines to write now; nothing waits afterwards."""
        if self._everything is None:
            lines = [folded.line() for folded in self._events.values()]
            lines += [{"kind": "audit", "id": change} for change in sorted(self._changes)]
            self._not_before = now + len(lines) / RATE
        else:
            lines = [{"kind": "everything", "reason": self._everything}]
            self._not_before = now + 1
        self._events, self._changes, self._everything, self._due = {}, set(), None, None
        return lines

    def _has_room(self, now: float) -> bool:
        """Whether one line more can wait; makes it "everything" when there are too many."""
        self._wake(now)
        if len(self._events) + len(self._changes) >= RATE:
            self.everything("storm", now)
        return self._everything is None

    def _wake(self, now: float) -> None:
        if self._due is None:
            self._due = max(now + WINDOW, self._not_before)
