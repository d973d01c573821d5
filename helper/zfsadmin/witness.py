"""Says in two more places that the audit has a new row: to the journal, which keeps it, and to who follows."""

from __future__ import annotations

import json
import shlex
from typing import NamedTuple

from zfsadmin import followers, journal
from zfsadmin.row import Row, digest, text

LONGEST = 2000  # characters of a command in the line for people; the fields have all of it


class Change(NamedTuple):
    """A change whose intent is recorded."""

    id: int | None  # its number in the database; None: in the journal alone
    digest: str  # of the intent
    argv: list[str]


def witness(change: Change, state: str, row: Row) -> bool:
    """Tells of the row that brought the change to this state. False if the journal does not take it."""
    fields = {
        "ZFSADMIN_STATE": state,
        "ZFSADMIN_INTENT": change.digest,
        "ZFSADMIN_DIGEST": digest(row),
        "ZFSADMIN_ARGV": json.dumps(change.argv),
        "ZFSADMIN_ROW": text(row),
    }
    if change.id is not None:
        fields["ZFSADMIN_CHANGE"] = str(change.id)
        followers.tell(change.id)
    # without a number this line is all that is kept, and it must outlive a power cut
    priority = journal.CRITICAL if change.id is None else journal.NOTICE
    return journal.send(_sentence(change, state, row), fields, priority)


def _sentence(change: Change, state: str, row: Row) -> str:
    """anna: zpool scrub tank (intended)."""
    command = shlex.join(change.argv)
    shown = command if len(command) <= LONGEST else f"{command[:LONGEST]}…"
    person = f"{row['person'] or 'unknown person'}: " if state == "intended" else ""
    return f"{person}{shown} ({state})"
