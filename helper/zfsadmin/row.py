"""Rows of the audit as they are written, digested and compared.

A row is plain data under the names of its columns, without the number that the database gives it: so its digest is
known before it is written, and the journal can hold it whatever becomes of the database. Durations are in nanoseconds,
and times those since 1970.
"""

from __future__ import annotations

import hashlib
import json
import time
from typing import Any

Row = dict[str, Any]

SECOND = 1_000_000_000  # ns


def text(row: Row) -> str:
    """The one way in which a row is spelled, ASCII."""
    return json.dumps(row, sort_keys=True, separators=(",", ":"))


def digest(row: Row) -> str:
    """SHA-256 of the text, in hexadecimal."""
    return hashlib.sha256(text(row).encode("ascii")).hexdigest()


def step(change: int | None, state: str, **columns: Any) -> Row:
    """A row of the table step, of now; what is not given stays empty."""
    empty = dict.fromkeys(("pid", "start_time", "exit_status", "signal", "duration"))
    return {"change": change, "time": time.time_ns(), "state": state, "error": "", **empty, **columns}
