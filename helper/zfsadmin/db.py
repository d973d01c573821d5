"""The database: all SQL there is, but for its layout (schema.py).

Two tables are the audit. `change` has a row for each change that was to be made, `step` one for each state it came to
since: states are added and never overwritten, the last one counts, and nothing follows "done" or "failed". Triggers
refuse to alter a row, and to remove one before its time (retention, two years unless set otherwise). Both protect from
mistakes, not from root, who can drop a trigger; `zfsadmin audit verify` says what the journal knows.

Every row carries the digest of its columns (row.py); argv and pools are JSON.

This module is imported only where it may hang: in children that can be abandoned (bounded.py), and by `zfsadmin audit`
once such a child has found the database to answer.
"""

from __future__ import annotations

import fcntl
import json
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple
from urllib.parse import quote

from zfsadmin import places
from zfsadmin.process import Process
from zfsadmin.row import SECOND, Row, digest
from zfsadmin.schema import MIGRATIONS
from zfsadmin.version import SCHEMA

DAY = 24 * 3600 * SECOND
WITNESSED = 60 * SECOND  # after so long the journal has the line of a row
BUSY = 4.5  # seconds to wait for another program's lock; below the time after which a write is given up

CHANGE = ("time", "person", "loginuid", "uid", "origin", "argv", "pools", "boot", "pid", "start_time")
STEP = ("change", "time", "state", "pid", "start_time", "exit_status", "signal", "error", "duration")

_left_open: list[sqlite3.Connection] = []


class NewerError(Exception):
    """The database was laid out by a newer program."""


@contextmanager
def writing() -> Iterator[sqlite3.Connection]:
    """One short transaction, durable when the block is left, undone when it raises. Makes or migrates the database
    first. Raises NewerError, sqlite3.Error, OSError.

    Only for a process that ends soon after: the connection stays open, since closing the last one moves the whole log
    into the database, and every change would wait for the disk three times more. SQLite does it by itself when the log
    is long enough.

    Writers take turns by a lock of their own: SQLite refuses at once, without waiting, when two turn a new database to
    write-ahead logging at the same time, and lets who waits longest wait on."""
    os.umask(0o077)
    places.state_folder()
    turn = os.open(places.writers_lock(), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(turn, fcntl.LOCK_EX)
        with _transaction() as connection:
            yield connection
    finally:
        os.close(turn)


@contextmanager
def _transaction() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(places.database(), timeout=BUSY, isolation_level=None)
    _left_open.append(connection)
    connection.row_factory = sqlite3.Row
    _refuse_newer(connection)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("BEGIN IMMEDIATE")
    try:
        _migrate(connection)
        yield connection
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@contextmanager
def reading() -> Iterator[sqlite3.Connection]:
    """A connection that cannot write, whatever the version of the database; an empty one if there is none. Raises
    sqlite3.Error."""
    exists = os.path.exists(places.database())
    address = f"file:{quote(places.database())}?mode=ro" if exists else ":memory:"
    connection = sqlite3.connect(address, uri=exists, timeout=BUSY)
    try:
        connection.row_factory = sqlite3.Row
        if not exists:
            _migrate(connection)
        yield connection
    finally:
        connection.close()


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _refuse_newer(connection: sqlite3.Connection) -> None:
    if (version := _version(connection)) > SCHEMA:
        raise NewerError(f"the database has version {version}, this program knows {SCHEMA}")


def _migrate(connection: sqlite3.Connection) -> None:
    """Brings an older layout up to date, within the transaction that is open."""
    _refuse_newer(connection)
    if (version := _version(connection)) < SCHEMA:
        for migration in MIGRATIONS[version:]:
            migration(connection)
        connection.execute(f"PRAGMA user_version = {SCHEMA}")


def add_change(row: Row) -> int:
    """Adds an intent; gives its number."""
    with writing() as connection:
        return _insert(connection, "change", CHANGE, row)


def add_step(intent: str, row: Row) -> bool:
    """Adds a state to the change with this digest; False if the database has no such change."""
    with writing() as connection:
        return insert_step(connection, intent, row)


def holder(number: int) -> Row | None:
    """A change for somebody who waits for it; `since` in Unix seconds."""
    with reading() as connection:
        row = connection.execute("SELECT argv, person, time FROM change WHERE id = ?", (number,)).fetchone()
    if row is None:
        return None
    argv = json.loads(row["argv"])
    return {"id": number, "argv": argv, "person": row["person"], "since": row["time"] // SECOND}


def insert_step(connection: sqlite3.Connection, intent: str, row: Row) -> bool:
    """Adds a state, unless it is there already, to the change with this number and this digest (numbers begin again
    when a database is made anew). False if there is no such change."""
    known = connection.execute("SELECT 1 FROM change WHERE id = ? AND digest = ?", (row["change"], intent)).fetchone()
    written = connection.execute("SELECT 1 FROM step WHERE digest = ?", (digest(row),)).fetchone()
    if known and not written:
        _insert(connection, "step", STEP, row)
    return known is not None


def bring_over(connection: sqlite3.Connection, row: Row) -> int | None:
    """Adds an intent that was recorded elsewhere; its number, or None if it is there already."""
    return None if number_of(connection, digest(row)) else _insert(connection, "change", CHANGE, row)


def number_of(connection: sqlite3.Connection, intent: str) -> int | None:
    """The number of the change with this digest; None if there is none."""
    found = connection.execute("SELECT id FROM change WHERE digest = ?", (intent,)).fetchone()
    return found["id"] if found else None


def _insert(connection: sqlite3.Connection, table: str, columns: tuple[str, ...], row: Row) -> int:
    names = ("digest", *columns)
    values = ", ".join(f":{name}" for name in names)
    sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values})"
    return connection.execute(sql, {**row, "digest": digest(row)}).lastrowid or 0


def unsettled(connection: sqlite3.Connection) -> list[tuple[int, str, Row, Process | None]]:
    """The changes without an end: number, digest, intent, and what runs if that is known."""
    found = connection.execute(
        f"""SELECT change.id, change.digest, {", ".join(f"change.{name}" for name in CHANGE)},
            step.pid AS child, step.start_time AS child_start
            FROM unsettled JOIN change ON change.id = unsettled.change
            LEFT JOIN step ON step.id = (SELECT max(id) FROM step WHERE change = change.id)"""
    ).fetchall()
    return [
        (
            row["id"],
            row["digest"],
            {name: row[name] for name in CHANGE},
            None if row["child"] is None else Process(row["child"], row["child_start"]),
        )
        for row in found
    ]


def remove_old(connection: sqlite3.Connection) -> None:
    """Removes what is older than the retention, also by a clock that does not leap, and notes from when on it is
    complete."""
    cutoff = connection.execute("SELECT time FROM cutoff").fetchone()[0]
    if not connection.execute("SELECT 1 FROM change WHERE time < ? LIMIT 1", (cutoff,)).fetchone():
        return
    days = connection.execute("SELECT value FROM setting WHERE name = 'retentionDays'").fetchone()[0]
    changes = connection.execute("SELECT id, time FROM change ORDER BY id").fetchall()
    last = last_old([(row["id"], row["time"]) for row in changes], time.time_ns(), days * DAY)
    old = "FROM change WHERE time < ? AND id <= ?"
    steps = f"FROM step WHERE change IN (SELECT id {old})"
    newest = f"SELECT max(time) FROM (SELECT time {old} UNION ALL SELECT time {steps})"
    removed = connection.execute(newest, (cutoff, last) * 2).fetchone()[0]
    if removed is None:
        return
    connection.execute(f"DELETE {steps}", (cutoff, last))
    connection.execute(f"DELETE {old}", (cutoff, last))
    # what a clock that was behind has dated goes later than what is newer by its date, and stays later
    complete_from = min(cutoff, removed + WITNESSED)
    connection.execute("UPDATE setting SET value = max(value, ?) WHERE name = 'removedBefore'", (complete_from,))


def last_old(changes: list[tuple[int, int]], now: int, kept: int) -> int:
    """The last change that is older than `kept`, of the numbers and times (ns) of all; 0 if none is. Between two of
    them no more than a tenth of that time counts as gone by: a clock that is years ahead for a while, as it is without
    its battery, must not cost the audit, but for that tenth at most."""
    most = kept // 10
    age, later = 0, now
    for number, moment in reversed(changes):
        age += max(-most, min(most, later - moment))
        later = moment
        if age >= kept:
            return number
    return 0


def retention() -> int:
    """Days for which the audit is kept."""
    return _setting("retentionDays")


def set_retention(days: int) -> None:
    """What is older is removed from the next start on, and never comes back."""
    with writing() as connection:
        connection.execute("UPDATE setting SET value = ? WHERE name = 'retentionDays'", (days,))


def removed_before() -> int:
    """The audit is complete from this time on."""
    return _setting("removedBefore")


def _setting(name: str) -> int:
    with reading() as connection:
        return int(connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()[0])


def changes(limit: int, before: int, since: int) -> list[Row]:
    """The newest changes with a number between the two, each with its last state; all of them if limit is -1."""
    with reading() as connection:
        found = connection.execute(
            """SELECT change.id, change.time, person, loginuid, uid, origin, argv, pools,
                coalesce(step.state, 'intended') AS state, step.time AS step_time, exit_status, signal,
                coalesce(error, '') AS error, duration
                FROM change LEFT JOIN step ON step.id = (SELECT max(id) FROM step WHERE change = change.id)
                WHERE change.id > ? AND change.id < ? ORDER BY change.id DESC LIMIT ?""",
            (since, before, limit),
        ).fetchall()
    return [dict(row) for row in found]


class Stored(NamedTuple):
    """A row as it lies in the database."""

    table: str
    id: int
    change: int
    digest: str
    row: Row


def stored() -> list[Stored]:
    """Every row of the audit, in the order in which they were written."""
    with reading() as connection:
        found = [
            Stored(table, row["id"], row[number], row["digest"], {name: row[name] for name in columns})
            for table, number, columns in (("change", "id", CHANGE), ("step", "change", STEP))
            for row in connection.execute(f"SELECT * FROM {table}")
        ]
    return sorted(found, key=lambda one: (one.change, one.table, one.id))
