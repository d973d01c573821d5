"""`zfsadmin audit`: what was changed, by whom, and how it ended.

    list     the changes, the newest first: a table for a person on a terminal, else (or with --json) a line of JSON
             for each: {"id", "time", "person", "loginuid", "uid", "origin", "argv", "pools", "state", "exitStatus",
             "signal", "error", "duration", "ended"}; time and ended in Unix seconds, duration in nanoseconds; at last
             {"journalOnly": N} if so many that the journal alone has could not be brought over yet
    export   every row with its digest, the oldest change first, a line of JSON each: {"table", "id", "change",
             "digest", "row"}; the digest is the SHA-256 of the row as row.py spells it
    verify   compares the rows with their digests and with the journal (verify.py)
    retention   prints for how many days the rows are kept, or sets it (retention.py)

Only root can read it. But for the last, nothing here writes but what every start of the helper does: to settle what was
left behind. A database of a newer program is shown as far as it can be read.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from typing import Any, NoReturn

from zfsadmin import parked
from zfsadmin.bounded import BoundedError, OverdueError
from zfsadmin.orphans import settle
from zfsadmin.row import SECOND

PATIENCE = 10.0  # seconds
LAST = (1 << 63) - 1
MOST_DAYS = 36500  # a hundred years


def run(arguments: list[str]) -> int:
    """The verb. Ends with 0; 1 when `verify` found something; 64 for a command line that makes no sense, 73 when
    `retention` cannot be recorded, 74 when the database or the journal cannot be read or written, 75 when the database
    belongs to a newer program, 77 without the rights."""
    options = _parser().parse_args(arguments)
    if os.geteuid() != 0:
        return _failed(os.EX_NOPERM, "only root can read the audit")
    newer = False
    try:
        newer = not settle(PATIENCE)
    except OverdueError as error:
        return _failed(os.EX_IOERR, f"the database does not answer: {error}")
    except BoundedError:  # a full disk, perhaps; what is there can still be read
        pass
    if newer and getattr(options, "days", None) is not None:
        return _failed(os.EX_TEMPFAIL, "the database belongs to a newer zfsadmin, which alone can set this")
    import sqlite3

    try:
        code: int = options.action(options)
    except sqlite3.Error as error:
        of_newer = " (it belongs to a newer zfsadmin)" if newer else ""
        return _failed(os.EX_IOERR, f"the database cannot be read: {error}{of_newer}")
    if newer:
        return _failed(os.EX_TEMPFAIL, "the database belongs to a newer zfsadmin; it is only read, as far as possible")
    return code


class Parser(argparse.ArgumentParser):
    """Ends as sysexits.h has it for a command line that makes no sense."""

    def error(self, message: str) -> NoReturn:
        self.exit(os.EX_USAGE, f"{self.prog}: {message}\n")


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="zfsadmin audit", description="What was changed, by whom, and how it ended.")
    verbs = parser.add_subparsers(metavar="list|verify|export|retention", required=True)
    listing = verbs.add_parser("list", help="list the changes, the newest first")
    listing.add_argument("--limit", type=_number, default=-1, metavar="N", help="not more than this many")
    listing.add_argument("--before", type=_number, default=LAST, metavar="ID", help="only those before this one")
    listing.add_argument("--since", type=_number, default=0, metavar="ID", help="only those after this one")
    verify = verbs.add_parser("verify", help="compare the audit with its digests and with the journal")
    for parser_of, action in ((listing, _list), (verify, _verify)):
        parser_of.add_argument("--json", action="store_true", help="print lines of JSON also on a terminal")
        parser_of.set_defaults(action=action)
    verbs.add_parser("export", help="print every row with its digest").set_defaults(action=_export)
    retention = verbs.add_parser("retention", help="print for how many days the audit is kept, or set it")
    retention.add_argument("days", type=_days, nargs="?", metavar="DAYS", help=f"from 1 to {MOST_DAYS}")
    retention.set_defaults(action=_retention)
    return parser


def _number(text: str) -> int:
    """A number as the options have it: 0 or more."""
    if not text.isdecimal() or int(text) > LAST:
        raise argparse.ArgumentTypeError(f"{text!r} is no number")
    return int(text)


def _days(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_DAYS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of days from 1 to {MOST_DAYS}")
    return int(text)


def _list(options: argparse.Namespace) -> int:
    from zfsadmin import db

    found = [_entry(row) for row in db.changes(options.limit, options.before, options.since)]
    journal_only = len(parked.alone())
    if options.json or not sys.stdout.isatty():
        rest: list[dict[str, object]] = [{"journalOnly": journal_only}] if journal_only else []
        _print(iter([*found, *rest]))
    else:
        from zfsadmin.audit_table import beside, table

        print(table(found))
        if journal_only:
            print(beside(journal_only))
    return 0


def _entry(row: dict[str, Any]) -> dict[str, object]:
    """A change as it is printed."""
    ended = row["step_time"] // SECOND if row["state"] in ("done", "failed") else None
    return {
        **{name: row[name] for name in ("id", "person", "loginuid", "uid", "origin", "state", "signal", "error")},
        "time": row["time"] // SECOND,
        "argv": json.loads(row["argv"]),
        "pools": json.loads(row["pools"]),
        "exitStatus": row["exit_status"],
        "duration": row["duration"],
        "ended": ended,
    }


def _export(_: argparse.Namespace) -> int:
    from zfsadmin import db

    _print(one._asdict() for one in db.stored())
    return 0


def _verify(options: argparse.Namespace) -> int:
    from zfsadmin import db, verify

    try:
        result = verify.lasting(lambda: verify.compare(db.stored(), verify.journal_lines(), db.removed_before()))
    except verify.JournalError as error:
        return _failed(os.EX_IOERR, f"the journal cannot be read: {error}")
    if options.json or not sys.stdout.isatty():
        _print(iter([*result.findings, result.summary]))
    else:
        print(verify.sentences(result))
    return 1 if result.findings else 0


def _retention(options: argparse.Namespace) -> int:
    from zfsadmin import db, retention

    if options.days is not None:
        try:
            retention.keep_for(options.days)
        except retention.RetentionError as error:
            return _failed(error.code, str(error))
    print(f"{db.retention()} days")
    return 0


def _print(lines: Iterator[dict[str, object]]) -> None:
    for line in lines:
        print(json.dumps(line, separators=(",", ":")))


def _failed(code: int, message: str) -> int:
    print(f"zfsadmin audit: {message}", file=sys.stderr)
    return code
