"""What the database could not take, kept in RUN until the next start of the helper.

Three kinds: steps that were not written; intents of what ran although the journal alone took them; and intents that
were given up, but may reach the disk all the same once it answers again. A file is complete or not there. All of it is
lost with the boot; the journal has it then.
"""

from __future__ import annotations

import contextlib
import json
import os
from typing import Any, NamedTuple

from zfsadmin import places
from zfsadmin.process import Process, alive
from zfsadmin.row import Row, digest

STEPS, ALONE, INTENTS = "results", "alone", "abandoned"


class Step(NamedTuple):
    """A step, the digest of its change's intent, and the command. The row has no number where the change has none."""

    path: str
    intent: str
    argv: list[str]
    row: Row


class Alone(NamedTuple):
    """An intent that the journal alone has."""

    path: str
    row: Row


class Intent(NamedTuple):
    """An intent for which nothing was run; `over` when nobody can write it any more."""

    path: str
    digest: str
    over: bool


def put(intent: str, argv: list[str], row: Row) -> None:
    """Keeps a step; nothing if even that is impossible."""
    _write(STEPS, f"{row['change'] or intent}-{row['state']}.json", {"intent": intent, "argv": argv, "row": row})


def keep(row: Row) -> None:
    """Keeps an intent that the journal alone has; nothing if even that is impossible."""
    _write(ALONE, f"{digest(row)}.json", {"row": row})


def abandon(intent: str, writer: Process) -> None:
    """Notes that nothing was run for an intent that this process was to write."""
    _write(INTENTS, f"{intent}.json", {"digest": intent, "writer": writer})


def steps() -> list[Step]:
    """All steps that are kept, the oldest first."""
    found = [Step(path, **content) for path, content in _read(STEPS)]
    return sorted(found, key=lambda item: int(item.row["time"]))


def alone() -> list[Alone]:
    """All intents that the journal alone has, the oldest first."""
    return sorted((Alone(path, item["row"]) for path, item in _read(ALONE)), key=lambda item: int(item.row["time"]))


def intents() -> list[Intent]:
    """All intents that were given up."""
    return [Intent(path, item["digest"], not alive(Process(*item["writer"]))) for path, item in _read(INTENTS)]


def _write(folder: str, name: str, content: dict[str, Any]) -> None:
    with contextlib.suppress(OSError):  # the journal has it
        path = os.path.join(places.run_folder(folder), name)
        with open(f"{path}.new", "w", encoding="ascii") as file:
            json.dump(content, file)
        os.replace(f"{path}.new", path)


def _read(folder: str) -> list[tuple[str, dict[str, Any]]]:
    """Path and content of each file."""
    base = places.run_folder(folder)
    paths = [os.path.join(base, name) for name in os.listdir(base) if name.endswith(".json")]
    contents = []
    for path in paths:
        with contextlib.suppress(FileNotFoundError), open(path, encoding="ascii") as file:  # settled by another
            contents.append((path, json.load(file)))
    return contents
