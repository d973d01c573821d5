"""Compares the audit with its digests and with the journal.

What this can find: a row that was altered, one that was removed before its time, one that was put in later. It proves
nothing against a hostile root, who can write to both; a journal that is sent to another host is the stronger evidence.
The journal forgets, too: rows from before its first line are only held against their own digests, and so are those
that it took just before the power failed and had not written to its disk yet.
"""

from __future__ import annotations

import json
import subprocess
import time
from bisect import bisect
from typing import Callable, NamedTuple

from zfsadmin.child import environment
from zfsadmin.db import Stored
from zfsadmin.journal import IDENTIFIER
from zfsadmin.process import boot_id
from zfsadmin.row import SECOND, digest

PATIENCE = 60.0  # seconds

# only what root wrote: anybody may write lines with our name
JOURNALCTL = ["journalctl", "--quiet", "--no-pager", "--output=json", f"SYSLOG_IDENTIFIER={IDENTIFIER}", "_UID=0"]
FIELDS = ("ZFSADMIN_CHANGE", "ZFSADMIN_STATE", "ZFSADMIN_DIGEST")


class JournalError(Exception):
    """The journal cannot be read; str() says why."""


class Line(NamedTuple):
    """What the journal knows of one row."""

    time: int  # ns since 1970, of the line itself
    boot: str
    change: int | None  # None: it was recorded in the journal alone, at the time
    state: str
    digest: str


class Result(NamedTuple):
    """What came out, as it is printed."""

    findings: list[dict[str, object]]
    summary: dict[str, object]


def journal_lines() -> list[Line]:
    """All that the journal has of ours, the oldest first. Raises JournalError."""
    command = [*JOURNALCTL, f"--output-fields={','.join(FIELDS)}"]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            env=environment(),
            check=True,
        )
    except subprocess.CalledProcessError as error:
        raise JournalError(error.stderr.strip() or f"journalctl ended with {error.returncode}") from error
    except subprocess.TimeoutExpired as error:
        raise JournalError(f"journalctl took longer than {PATIENCE:g} s") from error
    except OSError as error:
        raise JournalError(str(error)) from error
    entries = [json.loads(line) for line in done.stdout.splitlines()]
    return [_line(entry) for entry in entries if "ZFSADMIN_DIGEST" in entry]


def _line(entry: dict[str, str]) -> Line:
    number = entry.get("ZFSADMIN_CHANGE")
    return Line(
        int(entry["__REALTIME_TIMESTAMP"]) * 1000,
        entry["_BOOT_ID"],
        None if number is None else int(number),
        entry["ZFSADMIN_STATE"],
        entry["ZFSADMIN_DIGEST"],
    )


def lasting(look: Callable[[], Result]) -> Result:
    """What is found twice: of the two, the one that is read first does not have yet what is recorded meanwhile."""
    first = look()
    if not first.findings:
        return first
    again = look()
    return again._replace(findings=[one for one in again.findings if one in first.findings])


def compare(rows: list[Stored], lines: list[Line], removed_before: int) -> Result:
    """Holds one against the other; rows from before `removed_before` (ns) are gone by rule."""
    findings: list[dict[str, object]] = []
    witnessed = {line.digest for line in lines}
    begin = min((line.time for line in lines), default=None)
    now = (time.time_ns(), boot_id().replace("-", ""))
    moments = [*sorted((line.time, line.boot) for line in lines), now]
    compared = lost = 0
    for one in rows:
        if digest(one.row) != one.digest:
            findings.append(_finding("altered", one.change, one.row.get("state", "intended")))
        elif one.digest in witnessed:
            compared += 1
        elif begin is None or one.row["time"] < begin:
            continue
        elif ends_a_boot(one.row["time"], moments):
            lost += 1
        else:
            findings.append(_finding("unwitnessed", one.change, one.row.get("state", "intended")))
    known = {one.digest for one in rows}
    missing = {
        line.digest: line
        for line in lines
        if line.change is not None and line.digest not in known and line.time >= removed_before
    }
    findings += [_finding("missing", line.change, line.state) for line in missing.values()]
    alone = {line.digest for line in lines if line.change is None and line.state == "intended"}
    summary = {
        "kind": "summary",
        "rows": len(rows),
        "witnessed": compared,
        "lost": lost,
        "journalOnly": len(alone - known),
        "journalFirst": len(alone & known),
        "journalBegins": None if begin is None else begin // SECOND,
    }
    return Result(findings, summary)


def ends_a_boot(moment: int, known: list[tuple[int, str]]) -> bool:
    """Whether a boot ended between the last line before this time and the first one after it: then the journal may
    have lost what it took last."""
    place = bisect(known, (moment, ""))
    return 0 < place < len(known) and known[place - 1][1] != known[place][1]


def _finding(kind: str, change: int | None, state: str) -> dict[str, object]:
    return {"kind": kind, "change": change, "state": state}


SENTENCES = {
    "altered": "its row was altered after it was written",
    "missing": "the journal has it, the database does not",
    "unwitnessed": "the database has it, the journal does not",
}


def sentences(result: Result) -> str:
    """The same for people, a line each."""
    lines = [f"Change {one['change']}, {one['state']}: {SENTENCES[str(one['kind'])]}." for one in result.findings]
    summary = result.summary
    lines.append(f"{summary['rows']} rows, {summary['witnessed']} of them as the journal has them.")
    if summary["lost"]:
        lines.append(f"{summary['lost']} rows are from just before the host stopped; the journal did not keep them.")
    if summary["journalOnly"]:
        lines.append(f"Changes that only the journal has: {summary['journalOnly']}; journalctl -t zfsadmin shows them.")
    if summary["journalFirst"]:
        lines.append(f"Changes that the journal had first, and the database later: {summary['journalFirst']}.")
    return "\n".join(lines)
