"""Recording a change: its intent before it runs, its states afterwards.

`zfsadmin execute` calls this around every command. Three places take what is recorded: the database, which is the
audit; the journal, a line for each row; and, when the database cannot be written, a file in RUN, from which the next
start of the helper that can write brings it over. Nothing here touches the database itself: children do, which can be
abandoned.
"""

from __future__ import annotations

import contextlib
import json
import time
from typing import Any, NamedTuple

from zfsadmin import parked
from zfsadmin.actor import actor
from zfsadmin.bounded import BoundedError, OverdueError, bounded
from zfsadmin.orphans import settle
from zfsadmin.process import Process, boot_id
from zfsadmin.row import Row, digest, step
from zfsadmin.witness import Change, witness

__all__ = [
    "Change",
    "Intent",
    "NewerError",
    "Outcome",
    "Process",
    "UnrecordedError",
    "ended",
    "holder",
    "intend",
    "resolve_orphans",
    "started",
]

PATIENCE = 5.0  # seconds for a result; an intent has as long unless told otherwise
LEAST = 0.1  # seconds for an intent, however long it took to find out whose it is
BRIEF = 2.0  # seconds for what is good to have, but keeps somebody waiting


class Intent(NamedTuple):
    """What is about to be done."""

    argv: list[str]  # with secrets taken out
    pools: list[str]  # guids, decimal
    origin: str  # "page", "shell", a job


class Outcome(NamedTuple):
    """How it ended."""

    state: str  # "done", "failed", "unknown"
    exit_status: int | None
    signal: str | None  # "SIGKILL"
    error: str  # standard error, with secrets taken out, at most 4 KiB
    duration: int  # ns


class UnrecordedError(Exception):
    """The intent could not be recorded; str() says why, for a person. Nothing must be run."""


class NewerError(UnrecordedError):
    """The database belongs to a newer program, and the journal takes nothing either."""


def intend(intent: Intent, watcher: Process, *, journal_only: bool = False, timeout: float = PATIENCE) -> Change:
    """Records durably what is about to be done, and by whom; `watcher` is the process that will record the end.
    The change has no number with `journal_only`, or when the database belongs to a newer program: then the journal
    must have taken it. Raises UnrecordedError within `timeout` seconds and a little: looking up the person's name
    counts; the journal, which is told only when the database has it or is done without, does not."""
    begun = time.monotonic()
    who = actor()
    row: Row = {
        "time": time.time_ns(),
        "person": who.person,
        "loginuid": who.loginuid,
        "uid": who.uid,
        "origin": intent.origin,
        "argv": json.dumps(intent.argv),
        "pools": json.dumps(intent.pools),
        "boot": boot_id(),
        "pid": watcher.pid,
        "start_time": watcher.start_time,
    }
    left = max(timeout - (time.monotonic() - begun), LEAST)
    number = None if journal_only else _write_intent(row, left)
    change = Change(number, digest(row), intent.argv)
    if not witness(change, "intended", row) and number is None:
        if journal_only:
            raise UnrecordedError("The journal does not take the record of this change.")
        raise NewerError("The database belongs to a newer zfsadmin, and the journal does not take the record either.")
    if number is None:
        parked.keep(row)
    return change


def started(change: Change, child: Process) -> None:
    """Records that the command runs, as this process. Never fails, and takes little time."""
    row = step(change.id, "running", pid=child.pid, start_time=child.start_time)
    _write_step(change, row, BRIEF)
    witness(change, "running", row)


def ended(change: Change, outcome: Outcome) -> bool:
    """Records how the command ended. False when the database has not got it now: the journal has, and what can be
    brought over later will be."""
    row = step(change.id, **outcome._asdict())
    written = _write_step(change, row, PATIENCE)
    witness(change, outcome.state, row)
    return written


def resolve_orphans() -> None:
    """Settles what has no end though nobody watches it any more, and brings over what was put aside. Never fails, and
    takes bounded time; called when a verb starts that writes or shows the audit."""
    with contextlib.suppress(BoundedError):
        settle(BRIEF)


def holder(number: int) -> dict[str, Any] | None:
    """What to tell of a change that holds a lock: id, argv, person, and since when (Unix seconds)."""

    def read() -> dict[str, Any] | None:
        from zfsadmin import db

        return db.holder(number)

    try:
        found: dict[str, Any] | None = bounded(read, BRIEF)
    except BoundedError:
        return None
    return found


def _write_intent(row: Row, timeout: float) -> int | None:
    """The number of the new row; None if the database belongs to a newer program. Raises UnrecordedError."""

    def write() -> int | None:
        from zfsadmin import db

        try:
            return db.add_change(row)
        except db.NewerError:
            return None

    try:
        number: int | None = bounded(write, timeout)
    except BoundedError as error:
        if isinstance(error, OverdueError):
            parked.abandon(digest(row), error.child)
        raise UnrecordedError(f"The change cannot be recorded: {error}.") from error
    return number


def _write_step(change: Change, row: Row, timeout: float) -> bool:
    """Whether the database has the row now; if not, it is put aside."""
    if change.id is None:
        parked.put(change.digest, change.argv, row)
        return False

    def write() -> bool:
        from zfsadmin import db

        return db.add_step(change.digest, row)

    try:
        return bool(bounded(write, timeout))
    except BoundedError:
        parked.put(change.digest, change.argv, row)
        return False
