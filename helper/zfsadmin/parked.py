"""What the database could not take, kept in RUN until the next start of the helper.

Two kinds: steps that were not written, and intents that were given up, but may reach the disk all the same once it
answers again. A file is complete or not there. All of it is lost with the boot; the journal has it then.
"""

from __future__ import annotations

import contextlib
import json
import os
from typing import Any

from zfsadmin import places
from zfsadmin.process import Process
from zfsadmin.row import Row

STEPS, INTENTS = "results", "abandoned"


def put(intent: str, row: Row) -> None:
    """Keeps a step of the change with this digest; nothing if even that is impossible."""
    _write(STEPS, f"{row['change']}-{row['state']}.json", {"intent": intent, "row": row})


def abandon(intent: str, writer: Process) -> None:
    """Notes that nothing was run for an intent that this process was to write."""
    _write(INTENTS, f"{intent}.json", {"intent": intent, "writer": writer})


def _write(folder: str, name: str, content: dict[str, Any]) -> None:
    with contextlib.suppress(OSError):  # the journal has it
        path = os.path.join(places.run_folder(folder), name)
        with open(f"{path}.new", "w", encoding="ascii") as file:
            json.dump(content, file)
        os.replace(f"{path}.new", path)
