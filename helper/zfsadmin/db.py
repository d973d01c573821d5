"""The database: all SQL there is.

Two tables are the audit. `change` has a row for each change that was to be made, `step` one for each state it came to
since: states are added and never overwritten, the last one counts, and nothing follows "done" or "failed". Triggers
refuse to alter a row, and to remove one before its time (retention, two years unless set otherwise). Both protect from
mistakes, not from root, who can drop a trigger; `zfsadmin audit verify` says what the journal knows.

Every row carries the digest of its columns. Times are nanoseconds since 1970; argv and pools are JSON.

This module is imported only where it may hang: in children that can be abandoned (bounded.py), and by `zfsadmin audit`
once such a child has found the database to answer.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Callable
from urllib.parse import quote

from zfsadmin import places
from zfsadmin.row import Row, digest
from zfsadmin.version import SCHEMA

SECOND = 1_000_000_000
BUSY = 4.5  # seconds to wait for another writer; below the time after which a write is given up

CHANGE = ("time", "person", "loginuid", "uid", "origin", "argv", "pools", "boot", "pid", "start_time")
STEP = ("change", "time", "state", "pid", "start_time", "exit_status", "signal", "error", "duration")


class NewerError(Exception):
    """The database was laid out by a newer program."""


def _audit(connection: sqlite3.Connection) -> None:
    """Version 1: settings and the audit."""
    for statement in (
        "CREATE TABLE setting (name TEXT PRIMARY KEY, value INTEGER NOT NULL)",
        "INSERT INTO setting VALUES ('retentionDays', 730), ('removedBefore', 0)",
        """CREATE VIEW cutoff AS SELECT (CAST(strftime('%s', 'now') AS INTEGER) - value * 86400) * 1000000000 AS time
            FROM setting WHERE name = 'retentionDays'""",
        """CREATE TABLE change (id INTEGER PRIMARY KEY AUTOINCREMENT, digest TEXT NOT NULL UNIQUE,
            time INTEGER NOT NULL, person TEXT, loginuid INTEGER, uid INTEGER NOT NULL, origin TEXT NOT NULL,
            argv TEXT NOT NULL, pools TEXT NOT NULL,
            boot TEXT NOT NULL, pid INTEGER NOT NULL, start_time INTEGER NOT NULL)""",
        "CREATE INDEX change_time ON change (time)",
        """CREATE TABLE step (id INTEGER PRIMARY KEY AUTOINCREMENT, digest TEXT NOT NULL UNIQUE,
            change INTEGER NOT NULL REFERENCES change (id), time INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'unknown')),
            pid INTEGER, start_time INTEGER,
            exit_status INTEGER, signal TEXT, error TEXT NOT NULL, duration INTEGER)""",
        "CREATE INDEX step_change ON step (change)",
        # what has no end yet, so that finding it does not mean reading everything
        "CREATE TABLE unsettled (change INTEGER PRIMARY KEY)",
        "CREATE TRIGGER change_added AFTER INSERT ON change BEGIN INSERT INTO unsettled VALUES (NEW.id); END",
        """CREATE TRIGGER step_running AFTER INSERT ON step WHEN NEW.state = 'running'
            BEGIN INSERT OR IGNORE INTO unsettled VALUES (NEW.change); END""",
        """CREATE TRIGGER step_settles AFTER INSERT ON step WHEN NEW.state <> 'running'
            BEGIN DELETE FROM unsettled WHERE change = NEW.change; END""",
        """CREATE TRIGGER step_after_end BEFORE INSERT ON step
            WHEN EXISTS (SELECT 1 FROM step WHERE change = NEW.change AND state IN ('done', 'failed'))
            BEGIN SELECT RAISE(IGNORE); END""",
        """CREATE TRIGGER change_kept BEFORE DELETE ON change WHEN OLD.time >= (SELECT time FROM cutoff)
            BEGIN SELECT RAISE(ABORT, 'the audit is kept until its time is over'); END""",
        """CREATE TRIGGER step_kept BEFORE DELETE ON step
            WHEN (SELECT time FROM change WHERE id = OLD.change) >= (SELECT time FROM cutoff)
            BEGIN SELECT RAISE(ABORT, 'the audit is kept until its time is over'); END""",
        "CREATE TRIGGER change_removed AFTER DELETE ON change BEGIN DELETE FROM unsettled WHERE change = OLD.id; END",
    ):
        connection.execute(statement)
    for table in ("change", "step"):
        refused = "BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END"
        connection.execute(f"CREATE TRIGGER {table}_altered BEFORE UPDATE ON {table} {refused}")
        replaced = f"WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id OR digest = NEW.digest)"
        connection.execute(f"CREATE TRIGGER {table}_replaced BEFORE INSERT ON {table} {replaced} {refused}")


# The function at index N makes version N + 1 out of version N; 0 is an empty file.
MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_audit,)


@contextmanager
def writing() -> Iterator[sqlite3.Connection]:
    """One short transaction, durable when the block is left, undone when it raises. Makes or migrates the database
    first. Raises NewerError, sqlite3.Error, OSError."""
    os.umask(0o077)
    places.state_folder()
    connection = sqlite3.connect(places.database(), timeout=BUSY, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        _refuse_newer(connection)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN IMMEDIATE")
        try:
            _migrate(connection)
            yield connection
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
    finally:
        connection.close()


@contextmanager
def reading() -> Iterator[sqlite3.Connection]:
    """A connection that cannot write, whatever the version. Raises sqlite3.Error, also if there is no database."""
    connection = sqlite3.connect(f"file:{quote(places.database())}?mode=ro", uri=True, timeout=BUSY)
    try:
        connection.row_factory = sqlite3.Row
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
        return _insert_step(connection, intent, row)


def holder(number: int) -> Row | None:
    """A change for somebody who waits for it; `since` in Unix seconds."""
    with reading() as connection:
        row = connection.execute("SELECT argv, person, time FROM change WHERE id = ?", (number,)).fetchone()
    if row is None:
        return None
    argv = json.loads(row["argv"])
    return {"id": number, "argv": argv, "person": row["person"], "since": row["time"] // SECOND}


def _insert(connection: sqlite3.Connection, table: str, columns: tuple[str, ...], row: Row) -> int:
    names = ("digest", *columns)
    values = ", ".join(f":{name}" for name in names)
    sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values})"
    return connection.execute(sql, {**row, "digest": digest(row)}).lastrowid or 0


def _insert_step(connection: sqlite3.Connection, intent: str, row: Row) -> bool:
    """The digest is compared since numbers begin again when a database is made anew."""
    known = connection.execute("SELECT 1 FROM change WHERE id = ? AND digest = ?", (row["change"], intent)).fetchone()
    written = connection.execute("SELECT 1 FROM step WHERE digest = ?", (digest(row),)).fetchone()
    if known and not written:
        _insert(connection, "step", STEP, row)
    return known is not None
