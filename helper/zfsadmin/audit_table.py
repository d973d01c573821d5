"""The audit as a table for people."""

from __future__ import annotations

import shlex
import time
from typing import Any

from zfsadmin.columns import aligned
from zfsadmin.row import SECOND

TITLES = ("ID", "TIME", "PERSON", "STATE", "TOOK", "COMMAND")


def table(changes: list[dict[str, Any]]) -> str:
    """A line a change under a line of titles; times are local."""
    return aligned([TITLES, *(row(change) for change in changes)])


def beside(count: int) -> str:
    """What is said below it of changes that are not in it yet."""
    changes = "1 change is" if count == 1 else f"{count} changes are"
    return f"{changes} recorded in the journal only: journalctl -t zfsadmin"


def row(change: dict[str, Any]) -> tuple[str | None, ...]:
    """The cells of one change; without a login there is no person, but a uid."""
    return (
        str(change["id"]),
        time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(change["time"])),
        change["person"] or f"uid {change['uid'] if change['loginuid'] is None else change['loginuid']}",
        state(change),
        None if change["duration"] is None else took(change["duration"]),
        shlex.join(change["argv"]),
    )


def state(change: dict[str, Any]) -> str:
    """The state, with how it failed."""
    reason = change["signal"] or change["exitStatus"]
    return f"{change['state']} ({reason})" if change["state"] == "failed" and reason else str(change["state"])


def took(duration: int) -> str:
    """Nanoseconds as 0.25 s, 12.3 s, 5 min, 3 h."""
    seconds = duration / SECOND
    if seconds < 10:
        return f"{seconds:.2f} s"
    if seconds < 120:
        return f"{seconds:.1f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.0f} h"
