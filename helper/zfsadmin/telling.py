"""What `zfsadmin execute` says: JSON, a line for each thing that happens, or sentences for a person on a terminal."""

from __future__ import annotations

import json
import os
import shlex
import sys
from typing import Any

from zfsadmin.columns import printable

Line = dict[str, Any]

# The exit code that says how it ended
REFUSED = {
    "arguments": os.EX_USAGE,
    "framing": os.EX_DATAERR,
    "unrecorded": os.EX_CANTCREAT,
    "unknown": os.EX_IOERR,
    "busy": os.EX_TEMPFAIL,
    "newer": os.EX_TEMPFAIL,
    "changed": os.EX_PROTOCOL,
    "updated": os.EX_CONFIG,
}
ENDED = {"done": 0, "failed": 1, "unknown": 2}

LOST: Line = {
    "kind": "ended",
    "id": None,
    "state": "unknown",
    "exitStatus": None,
    "signal": None,
    "stdout": "",
    "stderr": "The program that watched the command is gone. The command may still run.",
    "duration": 0,
    "recorded": False,
}


class Teller:
    """Says everything once; `code` is the exit code that belongs to what was said last."""

    def __init__(self, *, to_person: bool) -> None:
        self._to_person = to_person
        self.code: int | None = None

    def refuse(self, reason: str, message: str, **more: object) -> None:
        """Nothing was run."""
        self.tell({"kind": "refused", "reason": reason, "message": message, **more})

    def wait_for(self, holder: Line) -> None:
        """Another change is in the way."""
        self.tell({"kind": "waiting", "holder": holder})

    def tell(self, line: Line) -> None:
        """Says one thing."""
        self.code = REFUSED[line["reason"]] if line["kind"] == "refused" else ENDED.get(line.get("state", ""))
        if self._to_person:
            say(line)
        else:
            print(json.dumps(line, separators=(",", ":")), flush=True)


def say(line: Line) -> None:
    """For a person: the command's own output where it belongs, and a sentence."""
    kind = line["kind"]
    if kind == "waiting":
        command = shlex.join(line["holder"]["argv"])
        print(printable(f"Waiting for another change{': ' if command else ''}{command}"), file=sys.stderr)
    elif kind == "refused":
        print(f"Nothing was run: {line['message']}", file=sys.stderr)
        if "changes" in line:
            from zfsadmin.difference_text import difference_text

            for change in line["changes"]:
                print(f"  {difference_text(change)}", file=sys.stderr)
    elif kind == "started" and line.get("inSession"):
        print("Systemd did not let it leave this session: logging out may end it.", file=sys.stderr)
    elif kind == "ended":
        print(line["stdout"], end="", flush=True)
        said = line["stderr"]
        print(said, end="" if said[-1:] in ("", "\n") else "\n", file=sys.stderr)
        print(sentence(line), file=sys.stderr)


def sentence(line: Line) -> str:
    """How it ended, and where that is recorded."""
    result = {
        "done": "Done.",
        "failed": f"Failed, with exit code {line['exitStatus']}.",
        "unknown": f"It is not known how this ended{' (' + line['signal'] + ')' if line['signal'] else ''}.",
    }[line["state"]]
    return f"{result} {whereabouts(line)}"


def whereabouts(line: Line) -> str:
    """Where it is recorded."""
    if line["recorded"]:
        return f"Recorded as number {line['id']}."
    if line["id"] is not None:
        return f"It is number {line['id']} of the audit, where how it ended is not recorded yet."
    if line["exitStatus"] is None and line["signal"] is None:  # LOST
        return "zfsadmin audit list tells what is known of it."
    return "Recorded in the journal only: journalctl -t zfsadmin"
