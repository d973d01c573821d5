"""How the database is laid out, and how an older layout becomes the present one."""

from __future__ import annotations

import sqlite3
from typing import Callable


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
