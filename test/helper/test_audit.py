"""`zfsadmin audit` as people and the page call it, with a journalctl that tells what the journal of the test took."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import pty
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from unittest import mock

from recording import DONE, FAILED, INTENT, NOBODY, RecordCase, Writer
from zfsadmin import audit, places, record, verify
from zfsadmin.audit_table import state, took
from zfsadmin.bounded import BoundedError
from zfsadmin.process import boot_id, this_process

ROOT = Path(__file__).parent.parent.parent
PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from zfsadmin import audit, places
places.STATE, places.RUN = sys.argv[2:4]
sys.exit(audit.run(sys.argv[4:]))
"""

JOURNALCTL = """#!/bin/sh
echo "$@" >"${0%/*}/asked"
cat "${0%/*}/entries"
"""


class AuditCase(RecordCase):
    def audit(self, *arguments: str, code: int = 0) -> list[dict[str, Any]]:
        """The lines that are printed when it ends with this code."""
        output, self.messages = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(self.messages):
            self.assertEqual(audit.run(list(arguments)), code, self.messages.getvalue())
        return [json.loads(line) for line in output.getvalue().splitlines()]

    def terminal(self, *arguments: str) -> list[str]:
        """The lines on a terminal."""
        leader, follower = pty.openpty()
        command = [sys.executable, "-I", "-c", PROGRAM, str(ROOT / "helper"), places.STATE, places.RUN, *arguments]
        subprocess.run(command, stdout=follower, env={"TZ": "UTC", "PATH": str(self.root)}, check=False)
        os.close(follower)
        shown = b""
        with contextlib.suppress(OSError):  # that is how a terminal ends
            while piece := os.read(leader, 65536):
                shown += piece
        os.close(leader)
        return shown.decode().splitlines()

    def sql(self, *statements: str) -> None:
        connection = sqlite3.connect(places.database(), isolation_level=None)
        for statement in statements:
            connection.execute(statement)
        connection.close()


class Listing(AuditCase):
    def test_nothing_was_changed_yet(self) -> None:
        self.assertEqual(self.audit("list"), [])
        self.assertFalse(os.path.exists(places.database()))

    def test_a_line_has_everything(self) -> None:
        change = self.intend()
        record.ended(change, FAILED)
        (line,) = self.audit("list", "--json")
        row = self.row(change)
        expected = {
            "id": 1,
            "time": row["time"] // 10**9,
            "person": row["person"],
            "loginuid": row["loginuid"],
            "uid": os.getuid(),
            "origin": "page",
            "argv": INTENT.argv,
            "pools": INTENT.pools,
            "state": "failed",
            "exitStatus": 1,
            "signal": None,
            "error": FAILED.error,
            "duration": 1000,
            "ended": row["step_time"] // 10**9,
        }
        self.assertEqual(line, expected)

    def test_what_has_no_end_ended_never(self) -> None:
        self.intend()
        record.started(self.intend(), this_process())
        self.intend(NOBODY)
        lines = self.audit("list")
        self.assertEqual([line["state"] for line in lines], ["unknown", "running", "intended"])
        self.assertEqual([(line["ended"], line["duration"]) for line in lines], [(None, None)] * 3)

    def test_the_newest_first_and_what_is_asked_for(self) -> None:
        for _ in range(5):
            self.intend()
            self.journal.lines()
        cases: list[tuple[list[str], list[int]]] = [
            ([], [5, 4, 3, 2, 1]),
            (["--limit", "2"], [5, 4]),
            (["--before", "3"], [2, 1]),
            (["--since", "3"], [5, 4]),
            (["--since", "1", "--before", "5", "--limit", "2"], [4, 3]),
            (["--limit", "0"], []),
        ]
        for arguments, numbers in cases:
            self.assertEqual([line["id"] for line in self.audit("list", *arguments)], numbers, arguments)

    def test_nonsense_is_refused(self) -> None:
        for words in ("", "nonsense", "list --limit -1", "list --before x", "list more", "export --json"):
            arguments = words.split()
            with self.assertRaises(SystemExit) as caught:
                self.audit(*arguments)
            self.assertEqual((caught.exception.code, arguments), (64, arguments))
            self.assertIn("zfsadmin audit", self.messages.getvalue())

    def test_a_table_for_people(self) -> None:
        record.ended(self.intend(), DONE)
        argv = ["zfs", "set", "comment=it's \x1b[2J", "tank"]
        record.ended(record.intend(INTENT._replace(argv=argv), this_process()), FAILED)
        titles, second, first = self.terminal("list")
        self.assertEqual(titles.split(), ["ID", "TIME", "PERSON", "STATE", "TOOK", "COMMAND"])
        self.assertRegex(first, r"^1   \d{4}-\d\d-\d\d \d\d:\d\d:\d\d  \S.*  done        2\.50 s  zpool scrub tank$")
        self.assertRegex(second, r"failed \(1\)  0\.00 s  zfs set 'comment=it'\"'\"'s \?\[2J' tank$")
        self.assertEqual(json.loads(self.terminal("list", "--json", "--limit", "1")[0])["id"], 2)

    def test_what_the_journal_alone_has_is_listed_as_soon_as_it_can_be(self) -> None:
        record.ended(self.intend(), DONE)
        record.ended(record.intend(INTENT, this_process(), journal_only=True), FAILED)
        with mock.patch("zfsadmin.audit.settle", side_effect=BoundedError("no space")):
            lines = self.audit("list")
        self.assertEqual(([line["id"] for line in lines[:-1]], lines[-1]), ([1], {"journalOnly": 1}))
        self.assertEqual([(line["id"], line["state"]) for line in self.audit("list")], [(2, "failed"), (1, "done")])

    def test_what_the_journal_alone_has_is_told_below_the_table(self) -> None:
        self.intend(NOBODY)
        self.sql("PRAGMA user_version = 99")
        record.intend(INTENT, this_process(), journal_only=True)
        self.assertEqual(self.terminal("list")[-1], "1 change is recorded in the journal only: journalctl -t zfsadmin")

    def test_durations_and_states_in_words(self) -> None:
        nanoseconds = {"0.25 s": 250_000_000, "12.3 s": 12_300_000_000, "5 min": 300 * 10**9, "3 h": 10800 * 10**9}
        self.assertEqual({words: took(amount) for words, amount in nanoseconds.items()}, {w: w for w in nanoseconds})
        self.assertEqual(state({"state": "failed", "signal": "SIGKILL", "exitStatus": None}), "failed (SIGKILL)")
        self.assertEqual(state({"state": "failed", "signal": None, "exitStatus": None}), "failed")


class Unreadable(AuditCase):
    def test_by_others_than_root(self) -> None:
        self.intend()
        with mock.patch("os.geteuid", lambda: 1000):
            self.assertEqual(self.audit("list", code=77), [])
        self.assertIn("only root", self.messages.getvalue())

    def test_when_it_does_not_answer(self) -> None:
        self.intend()
        writer = Writer()
        self.addCleanup(writer.release)
        with mock.patch("zfsadmin.audit.PATIENCE", 0.2):
            self.assertEqual(self.audit("list", code=74), [])
        self.assertIn("does not answer", self.messages.getvalue())

    def test_when_it_is_none(self) -> None:
        os.mkdir(places.STATE)
        Path(places.database()).write_text("no database\n" * 1000)
        self.assertEqual(self.audit("list", code=74), [])
        self.assertIn("file is not a database", self.messages.getvalue())

    def test_a_newer_one_is_shown_and_left_alone(self) -> None:
        self.intend(NOBODY)
        self.sql("PRAGMA user_version = 99", "ALTER TABLE change ADD COLUMN later TEXT")
        before = Path(places.database()).read_bytes()
        self.assertEqual([line["state"] for line in self.audit("list", code=75)], ["intended"])
        self.assertEqual(len(self.audit("export", code=75)), 1)
        self.assertIn("newer", self.messages.getvalue())
        self.assertEqual(Path(places.database()).read_bytes(), before)

    def test_one_so_new_that_it_cannot_be_read(self) -> None:
        self.intend()
        self.sql("DROP TABLE step", "PRAGMA user_version = 99")
        self.assertEqual(self.audit("list", code=74), [])
        self.assertRegex(self.messages.getvalue(), "cannot be read: .*newer zfsadmin")


class Retention(AuditCase):
    def retention(self, *days: str, code: int = 0) -> str:
        """What is printed."""
        output, self.messages = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(self.messages):
            self.assertEqual(audit.run(["retention", *days]), code)
        return output.getvalue()

    def test_is_two_years_unless_it_is_set(self) -> None:
        self.assertEqual(self.retention(), "730 days\n")
        self.assertFalse(os.path.exists(places.database()))

    def test_is_set_and_that_is_a_change(self) -> None:
        self.assertEqual(self.retention("365"), "365 days\n")
        self.assertEqual(self.retention(), "365 days\n")
        (line,) = self.audit("list")
        self.assertEqual((line["argv"], line["state"]), (["zfsadmin", "audit", "retention", "365"], "done"))

    def test_what_is_older_goes_with_the_next_start(self) -> None:
        now = time.time_ns()
        for place in range(12, -1, -1):  # the first is older than a day
            with mock.patch("time.time_ns", return_value=now - place * 7776 * 10**9):
                record.intend(INTENT, this_process())
            self.journal.lines()
        self.retention("1")
        self.assertEqual([line["id"] for line in self.audit("list")][-2:], [3, 2])

    def test_takes_whole_days_only(self) -> None:
        for days in ("0", "-1", "1.5", "forever", "36501", ""):
            with self.assertRaises(SystemExit) as caught:
                self.retention(days)
            self.assertEqual((caught.exception.code, days), (64, days))
        self.assertEqual(self.retention("36500"), "36500 days\n")

    def test_of_a_newer_database_is_left_alone(self) -> None:
        self.intend()
        self.sql("PRAGMA user_version = 99")
        self.assertEqual(self.retention("365", code=75), "")
        self.assertIn("newer", self.messages.getvalue())
        self.assertEqual(self.retention(code=75), "730 days\n")

    def test_that_cannot_be_recorded_is_not_set(self) -> None:
        self.intend()
        with mock.patch.object(record, "_write_intent", side_effect=record.UnrecordedError("no space")):
            self.assertEqual(self.retention("365", code=73), "")
        self.assertEqual(self.retention(), "730 days\n")

    def test_that_cannot_be_written_has_failed(self) -> None:
        self.intend()
        with mock.patch("zfsadmin.db.set_retention", side_effect=sqlite3.OperationalError("disk I/O error")):
            self.assertEqual(self.retention("365", code=74), "")
        line = self.audit("list")[0]
        self.assertEqual((line["state"], line["error"]), ("failed", "the database cannot be written: disk I/O error"))
        self.assertEqual(self.retention(), "730 days\n")


class Export(AuditCase):
    def test_has_every_row_with_a_digest_that_anybody_can_compute(self) -> None:
        for _ in range(2):
            record.ended(self.intend(), DONE)
        lines = self.audit("export")
        self.assertEqual(
            [(one["change"], one["table"]) for one in lines], [(1, "change"), (1, "step"), (2, "change"), (2, "step")]
        )
        for line in lines:
            text = json.dumps(line["row"], sort_keys=True, separators=(",", ":"))
            self.assertEqual(hashlib.sha256(text.encode()).hexdigest(), line["digest"])


class Verify(AuditCase):
    def setUp(self) -> None:
        super().setUp()
        self.entries = self.root / "entries"
        self.entries.write_text("")
        (self.root / "journalctl").write_text(JOURNALCTL)
        (self.root / "journalctl").chmod(0o755)
        self.patch(verify, "environment", lambda: {"PATH": f"{self.root}:/usr/bin:/bin"})

    def make(self, count: int) -> None:
        """So many changes, and their lines in the journal."""
        for _ in range(count):
            record.ended(self.intend(), DONE)
            self.write_journal()

    def write_journal(self, boot: str = "") -> None:
        boot = boot or boot_id().replace("-", "")
        for line in self.journal.lines():
            time = json.loads(line["ZFSADMIN_ROW"])["time"] // 1000 + 500
            with self.entries.open("a") as file:
                print(json.dumps({**line, "__REALTIME_TIMESTAMP": str(time), "_BOOT_ID": boot}), file=file)

    def findings(self, code: int = 1) -> list[tuple[object, ...]]:
        lines = self.audit("verify", code=code)
        self.summary = lines.pop()
        return [(one["kind"], one["change"], one["state"]) for one in lines]

    def test_nothing_to_find(self) -> None:
        self.make(2)
        self.assertEqual(self.findings(code=0), [])
        self.assertEqual((self.summary["rows"], self.summary["witnessed"]), (4, 4))
        self.assertIn("_UID=0", (self.root / "asked").read_text())

    def test_an_altered_row(self) -> None:
        self.make(2)
        self.sql("DROP TRIGGER change_altered", "UPDATE change SET argv = '[\"true\"]' WHERE id = 1")
        self.assertEqual(self.findings(), [("altered", 1, "intended")])

    def test_an_altered_row_with_a_new_digest(self) -> None:
        self.make(1)
        row = {**self.audit("export")[1]["row"], "state": "failed"}
        text = json.dumps(row, sort_keys=True, separators=(",", ":"))
        digest = hashlib.sha256(text.encode()).hexdigest()
        self.sql("DROP TRIGGER step_altered", f"UPDATE step SET state = 'failed', digest = '{digest}'")
        self.assertEqual(self.findings(), [("unwitnessed", 1, "failed"), ("missing", 1, "done")])

    def test_a_removed_change(self) -> None:
        self.make(3)
        self.sql("DROP TRIGGER step_kept", "DELETE FROM step WHERE change = 2")
        self.sql("DROP TRIGGER change_kept", "DELETE FROM change WHERE id = 2")
        self.assertEqual(self.findings(), [("missing", 2, "intended"), ("missing", 2, "done")])

    def test_a_row_that_was_put_in(self) -> None:
        self.make(1)
        self.intend()
        self.assertEqual(self.findings(), [("unwitnessed", 2, "intended")])

    def test_what_is_recorded_meanwhile_is_no_finding(self) -> None:
        self.make(1)
        read = verify.journal_lines

        def read_after_one_more() -> list[verify.Line]:
            self.make(1)
            return read()

        self.patch(verify, "journal_lines", read_after_one_more)
        self.assertEqual(self.findings(code=0), [])
        self.assertEqual(self.summary["rows"], 4)

    def test_a_removed_database(self) -> None:
        self.make(1)
        for path in Path(places.STATE).iterdir():
            path.unlink()
        self.assertEqual(self.findings(), [("missing", 1, "intended"), ("missing", 1, "done")])

    def test_what_the_journal_forgot_is_no_finding(self) -> None:
        self.make(3)
        self.entries.write_text("".join(self.entries.read_text().splitlines(keepends=True)[3:]))
        self.assertEqual(self.findings(code=0), [])
        self.assertEqual((self.summary["rows"], self.summary["witnessed"]), (6, 3))

    def test_what_the_journal_lost_with_the_power_is_no_finding(self) -> None:
        self.intend()
        self.write_journal(boot="before")
        record.ended(self.intend(), DONE)
        self.journal.lines()
        self.assertEqual(self.findings(code=0), [])
        self.assertEqual((self.summary["rows"], self.summary["witnessed"], self.summary["lost"]), (3, 1, 2))
        self.make(1)
        self.assertEqual(self.findings(code=0), [])
        self.intend()
        self.journal.lines()
        self.assertEqual(self.findings(), [("unwitnessed", 4, "intended")])

    def test_what_the_retention_removed_is_no_finding(self) -> None:
        self.make(1)
        self.sql("UPDATE setting SET value = -1 WHERE name = 'retentionDays'")
        self.assertEqual(self.findings(code=0), [])

    def test_changes_in_the_journal_alone_are_counted(self) -> None:
        self.make(1)
        record.ended(record.intend(INTENT, this_process(), journal_only=True), DONE)
        self.write_journal()
        shutil.rmtree(places.RUN)  # as a restart of the host does
        self.assertEqual(self.findings(code=0), [])
        self.assertEqual((self.summary["journalOnly"], self.summary["journalFirst"]), (1, 0))

    def test_changes_that_the_journal_had_first_are_counted(self) -> None:
        self.make(1)
        record.ended(record.intend(INTENT, this_process(), journal_only=True), DONE)
        self.write_journal()
        self.audit("list")
        self.write_journal()
        self.assertEqual(self.findings(code=0), [])
        self.assertEqual((self.summary["journalOnly"], self.summary["journalFirst"]), (0, 1))
        self.assertEqual((self.summary["rows"], self.summary["witnessed"]), (4, 4))

    def test_without_a_journal_it_cannot_be_done(self) -> None:
        self.make(1)
        (self.root / "journalctl").write_text("#!/bin/sh\necho No such journal >&2\nexit 1\n")
        self.audit("verify", code=74)
        self.assertIn("No such journal", self.messages.getvalue())
        (self.root / "journalctl").unlink()
        self.patch(verify, "environment", lambda: {"PATH": str(self.root)})
        self.audit("verify", code=74)

    def test_a_journal_that_does_not_answer_is_given_up(self) -> None:
        self.make(1)
        os.unlink(self.entries)
        os.mkfifo(self.entries)
        self.patch(verify, "PATIENCE", 0.2)
        self.audit("verify", code=74)
        self.assertIn("longer than 0.2 s", self.messages.getvalue())
