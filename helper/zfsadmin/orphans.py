"""Settles what was left behind: changes without an end that nobody watches any more, and what could not be written in
its time. Runs at the start of every verb that writes or shows the audit."""

from __future__ import annotations

import contextlib
import json
import os
from typing import TYPE_CHECKING, NamedTuple

from zfsadmin import parked, places
from zfsadmin.bounded import bounded
from zfsadmin.process import Process, alive, boot_id
from zfsadmin.row import Row, digest, step
from zfsadmin.witness import Change, witness

if TYPE_CHECKING:  # the rest of the helper starts without it
    import sqlite3

NOT_RUN = "Nothing was run: recording the intent took too long."


class News(NamedTuple):
    """A row that the journal and the followers may not know."""

    change: Change
    state: str
    row: Row


def settle(patience: float) -> bool:
    """Does all of it. False, and nothing done, if the database belongs to a newer program. Raises BoundedError when it
    cannot be done, or not within so many seconds."""
    return bool(bounded(_settle, patience))


def _settle() -> bool:
    """What the child does; False if the database is newer. It also tells the journal: its parent may have given it up
    while it wrote, and never hear of the rows that it added."""
    from zfsadmin import db

    # in this order: the intent of a step that is found is found, too, or has been brought over by another
    steps, alone, intents = parked.steps(), parked.alone(), parked.intents()
    if not (alone or os.path.exists(places.database())):
        return True
    given_up = {intent.digest for intent in intents}
    try:
        with db.writing() as connection:
            news = [*_bring_intents(connection, alone), *_bring_steps(connection, steps)]
            for number, intent_digest, intent, child in db.unsettled(connection):
                change = Change(number, intent_digest, json.loads(intent["argv"]))
                if intent_digest in given_up:
                    news.append(News(change, "intended", intent))  # whose writer came to no end
                    news.append(_end(connection, change, "failed", NOT_RUN))
                elif not _is_watched(intent, child):
                    news.append(_end(connection, change, "unknown", ""))
            db.remove_old(connection)
    except db.NewerError:
        return False
    for item in news:
        witness(*item)
    over = [item for item in intents if item.over]
    for path in [*(item.path for item in steps), *(item.path for item in alone), *(item.path for item in over)]:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)
    return True


def _bring_intents(connection: sqlite3.Connection, alone: list[parked.Alone]) -> list[News]:
    """Gives a number to what ran although the journal alone took it."""
    from zfsadmin import db

    numbered = [(db.bring_over(connection, item.row), item.row) for item in alone]
    return [
        News(Change(number, digest(row), json.loads(row["argv"])), "intended", row)
        for number, row in numbered
        if number is not None
    ]


def _bring_steps(connection: sqlite3.Connection, steps: list[parked.Step]) -> list[News]:
    """Adds the steps that were put aside, as far as the database has their changes."""
    from zfsadmin import db

    news = []
    for item in steps:
        number = item.row["change"] or db.number_of(connection, item.intent)
        row: Row = {**item.row, "change": number}
        if db.insert_step(connection, item.intent, row):
            news.append(News(Change(number, item.intent, item.argv), row["state"], row))
    return news


def _is_watched(intent: Row, child: Process | None) -> bool:
    """Whether somebody will still record the end, or what was started runs on at least."""
    watcher = Process(intent["pid"], intent["start_time"])
    return intent["boot"] == boot_id() and (alive(watcher) or (child is not None and alive(child)))


def _end(connection: sqlite3.Connection, change: Change, state: str, error: str) -> News:
    """Adds the last state."""
    from zfsadmin import db

    row = step(change.id, state, error=error)
    db.insert_step(connection, change.digest, row)
    return News(change, state, row)
