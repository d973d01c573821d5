"""Sets for how long the audit is kept: itself a change that is recorded, since a short time forgets who did what."""

from __future__ import annotations

import os
import time

from zfsadmin import record
from zfsadmin.bounded import BoundedError, OverdueError, bounded
from zfsadmin.process import this_process

PATIENCE = 10.0  # seconds


class RetentionError(Exception):
    """It was not set; str() says why, `code` is the exit code."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def keep_for(days: int) -> None:
    """Sets it, between intent and result as every change. Raises RetentionError."""
    argv = ["zfsadmin", "audit", "retention", str(days)]
    try:
        change = record.intend(record.Intent(argv, [], "shell"), this_process())
    except record.UnrecordedError as error:
        raise RetentionError(str(error), os.EX_CANTCREAT) from error
    begun = time.monotonic_ns()

    def write() -> None:
        from zfsadmin import db

        db.set_retention(days)

    try:
        bounded(write, PATIENCE)
    except BoundedError as error:
        message = f"the database cannot be written: {error}"
        # a child that was given up may still come to its end
        state = "unknown" if isinstance(error, OverdueError) else "failed"
        record.ended(change, record.Outcome(state, None, None, message, time.monotonic_ns() - begun))
        raise RetentionError(message, os.EX_IOERR) from error
    record.ended(change, record.Outcome("done", 0, None, "", time.monotonic_ns() - begun))
