"""`zfsadmin execute`, from its standard input to the row in the audit, whoever is killed on the way."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import unittest
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any
from unittest import mock

from fake_zfs import ROOT, ExecuteCase, parent, try_to_open
from processes import wait_until, wait_until_gone
from recording import FakeJournal
from zfsadmin import db, record
from zfsadmin.execute import watch
from zfsadmin.process import start_time
from zfsadmin.telling import Teller
from zfsadmin.version import PROTOCOL, VERSION

SCRUB = ("--", "zpool", "scrub", "tank")
CREATE = ("zfs", "create", "-o", "encryption=on", "-o", "keyformat=raw", "tank/a")
EVERY_BYTE = bytes(range(256))
IGNORED = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGPIPE)


class RecordedCase(ExecuteCase):
    def rows(self) -> list[dict[str, Any]]:
        """The audit, newest first."""
        try:
            return db.changes(-1, 1 << 62, 0)
        except sqlite3.Error:
            return []

    def states(self) -> list[str]:
        return [row["state"] for row in self.rows()]

    def start_journal(self) -> FakeJournal:
        """A journal that takes what is recorded from now on; there is none in a test otherwise."""
        journal = FakeJournal(str(self.path / "journal"))
        self.addCleanup(journal.close)
        return journal

    def kept(self, journal: FakeJournal) -> str:
        """All that is kept of what was done: state, what lies in RUN, and the lines of the journal."""
        files = [file for part in ("state", "run") for file in (self.path / part).rglob("*") if file.is_file()]
        self.assertIn("locks", {file.parent.name for file in files})
        lines = journal.lines()
        states = [line["ZFSADMIN_STATE"] for line in lines if "ZFSADMIN_STATE" in line]
        self.assertEqual(states, ["intended", "running", "done"])
        return "".join(file.read_bytes().decode("utf-8", "replace") for file in files) + json.dumps(lines)


class Runs(RecordedCase):
    def test_a_command_and_records_it(self) -> None:
        (self.path / "stdout").write_text("a line\n")
        lines, code = self.execute("--origin", "page", "--protocol", str(PROTOCOL), *SCRUB)
        # there is no systemd that could take it out of the session
        self.assertEqual((lines[0], code), ({"kind": "started", "id": 1, "inSession": True}, 0))
        self.assertGreater(lines[1].pop("duration"), 0)
        ended = {"kind": "ended", "id": 1, "state": "done", "exitStatus": 0, "signal": None}
        self.assertEqual(lines[1:], [{**ended, "stdout": "a line\n", "stderr": "", "recorded": True}])
        self.assertEqual(self.calls(), ["zpool scrub tank"])
        row = self.rows()[0]
        self.assertEqual((row["state"], row["argv"], row["origin"]), ("done", '["zpool", "scrub", "tank"]', "page"))

    def test_and_keeps_what_it_said_of_an_error_only(self) -> None:
        journal = self.start_journal()
        (self.path / "stdout").write_text("told to who asks\n")
        (self.path / "stderr").write_text("told to all\n")
        lines, _ = self.execute(*SCRUB)
        self.assertEqual((lines[1]["stdout"], lines[1]["stderr"]), ("told to who asks\n", "told to all\n"))
        kept = self.kept(journal)
        self.assertNotIn("told to who asks", kept)
        self.assertIn("told to all", kept)

    def test_an_import_is_recorded_for_the_pool_of_that_number(self) -> None:
        self.execute("--", "zpool", "import", "-N", "9610273138761160755", "films")
        self.assertEqual(self.rows()[0]["pools"], '["9610273138761160755"]')

    def test_in_surroundings_of_its_own(self) -> None:
        self.execute(*SCRUB)
        self.assertEqual(self.text("stdin"), "")
        environment = dict(line.split("=", 1) for line in self.text("environment").splitlines())
        self.assertLessEqual(environment.keys(), {"LC_ALL", "PATH", "PWD", "OLDPWD", "SHLVL", "_"})
        self.assertEqual((environment["LC_ALL"], environment["PWD"]), ("C.UTF-8", "/"))
        self.assertEqual(environment["PATH"], f"{self.path}:/usr/bin:/bin")  # not that of who asked
        ignored = int(self.text("status").partition("SigIgn:\t")[2].split()[0], 16)
        self.assertEqual([number for number in IGNORED if not ignored >> (number - 1) & 1], [])

    def test_no_program_of_the_callers_path(self) -> None:
        theirs = self.path / "theirs"
        theirs.mkdir()
        for name in ("zpool", "zfs", "busctl"):
            (theirs / name).write_text(f'#!/bin/sh\ntouch "{theirs}/called"\n')
            (theirs / name).chmod(0o755)
        expected = b'{"datasets": [{"name": "tank/a", "guid": "99"}]}'
        (self.path / "stdout").write_text("tank/a\t99\n")
        words = ("--expect-length", str(len(expected)), "--secret-length", "32", "--", "zfs", "change-key")
        options = ("-o", "keyformat=raw", "-o", "keylocation=prompt", "tank/a")
        path = f"{theirs}:/usr/bin:/bin"
        process = self.start(*words, *options, path=path)
        process.communicate(expected + b"x" * 32)
        self.assertEqual((process.returncode, len(self.calls())), (0, 3))  # the look, the change, the proof
        self.assertNotEqual(self.text("busctl-calls"), "")
        self.assertFalse((theirs / "called").exists())

    def test_failure(self) -> None:
        (self.path / "stderr").write_text("cannot scrub tank: currently scrubbing\n")
        (self.path / "stdin-exit").write_text("1")
        lines, code = self.execute(*SCRUB)
        self.assertEqual((lines[1]["state"], lines[1]["exitStatus"], code), ("failed", 1, 1))
        self.assertEqual(lines[1]["stderr"], "cannot scrub tank: currently scrubbing\n")
        self.assertEqual(self.rows()[0]["error"], "cannot scrub tank: currently scrubbing\n")

    def test_what_was_made_but_not_mounted_was_made(self) -> None:
        (self.path / "stderr").write_text("filesystem successfully created, but not mounted\n")
        (self.path / "stdin-exit").write_text("1")
        lines, code = self.execute("--secret-length", "32", "--", *CREATE, data=b"x" * 32)
        self.assertEqual((lines[1]["state"], lines[1]["exitStatus"], code), ("done", 1, 0))
        self.assertEqual(self.calls()[1], "zfs load-key -n -L prompt tank/a")
        row = self.rows()[0]
        self.assertEqual((row["state"], row["exit_status"]), ("done", 1))
        self.assertEqual(row["error"], "filesystem successfully created, but not mounted\n")

    def test_a_program_that_is_not_there(self) -> None:
        (self.path / "zpool").unlink()
        lines, code = self.execute(*SCRUB)
        self.assertEqual((lines[1]["state"], lines[1]["exitStatus"], code), ("failed", 127, 1))
        self.assertIn("zpool cannot be started: No such file", lines[1]["stderr"])

    def test_much_output_is_cut(self) -> None:
        (self.path / "stdout").write_text("x" * 300_000)
        (self.path / "stderr").write_text("y" * 300_000)
        lines, code = self.execute(*SCRUB)
        self.assertEqual((lines[1]["stdout"], lines[1]["stdoutCut"], code), ("x" * 65536, True, 0))
        self.assertEqual(self.rows()[0]["error"], "y" * 4096)

    def test_4_kib_of_an_error_are_recorded_in_whole_letters(self) -> None:
        (self.path / "stderr").write_text("y" + "\u00e9" * 4096)
        self.execute(*SCRUB)
        self.assertEqual(self.rows()[0]["error"], "y" + "\u00e9" * 2047)

    def test_what_must_not_be_kept_is_not(self) -> None:
        (self.path / "stderr").write_text("cannot reach https://me:pa@ss@host/key\n")
        journal = self.start_journal()
        self.execute("--", "zfs", "set", "keylocation=https://me:pa@ss@host/key", "org.x:private=mine", "tank/a")
        self.assertIn("keylocation=https://me:pa@ss@host/key org.x:private=mine", self.calls()[0])
        kept = self.kept(journal)
        self.assertIn("https://(hidden)@host/key", kept)
        self.assertNotIn("pa@ss", kept)
        self.assertNotIn("mine", kept)

    def test_a_row_for_what_was_refused_is_not_there(self) -> None:
        lines, code = self.execute("--", "zpool", "status")
        self.assertEqual((lines[0]["kind"], lines[0]["reason"], code), ("refused", "arguments", 64))
        self.assertEqual((self.calls(), self.rows()), ([], []))

    def test_a_page_from_before_an_upgrade_runs_nothing(self) -> None:
        lines, code = self.execute("--expect-length", "2", "--protocol", str(PROTOCOL + 1), *SCRUB, data=b"{}")
        self.assertEqual((lines[0]["reason"], lines[0]["version"], code), ("updated", VERSION, 78))
        self.assertEqual(lines[0]["message"], "zfsadmin was updated: reload the page")
        self.assertEqual((self.calls(), self.rows()), ([], []))
        _, code = self.execute("--protocol", str(PROTOCOL), *SCRUB)
        self.assertEqual((self.calls(), self.states(), code), (["zpool scrub tank"], ["done"], 0))

    def test_nothing_when_the_world_changed(self) -> None:
        (self.path / "stdout").write_text("tank/a\t123\n")
        expected = b'{"datasets": [{"name": "tank/a", "guid": "99"}]}'
        lines, code = self.execute("--expect-length", "48", "--", "zfs", "destroy", "tank/a", data=expected)
        change = {"what": "dataset", "name": "tank/a", "expected": "99", "found": "123"}
        self.assertEqual((lines[0]["reason"], lines[0]["changes"], code), ("changed", [change], 76))
        self.assertEqual((self.calls(), self.rows()), (["zfs get -Hpo name,value guid tank/a"], []))

    def test_nothing_without_a_record(self) -> None:
        (self.path / "state").write_text("no folder")
        lines, code = self.execute(*SCRUB)
        self.assertEqual((lines[0]["reason"], lines[0]["journalOnly"], code), ("unrecorded", False, 73))
        lines, _ = self.execute("--", "zpool", "clear", "tank")
        self.assertTrue(lines[0]["journalOnly"])
        lines, code = self.execute("--journal-only", *SCRUB)
        self.assertEqual((lines[0]["reason"], code), ("arguments", 64))
        self.assertEqual(self.calls(), [])

    def test_nothing_without_a_lock(self) -> None:
        (self.path / "run").write_text("no folder")
        lines, code = self.execute("--", "zpool", "clear", "tank")
        self.assertEqual((lines[0]["kind"], lines[0]["reason"], code), ("refused", "unknown", 74))
        self.assertIn(f"File exists: '{self.path / 'run'}'", lines[0]["message"])
        self.assertEqual(self.calls(), [])


class TooMuch(RecordedCase):
    def test_expected_is_refused_in_words_that_the_page_reads(self) -> None:
        lines, code = self.execute("--expect-length", str((64 << 20) + 1), *SCRUB, data=b"x" * 100_000)
        self.assertEqual((lines[0]["kind"], lines[0]["reason"], code), ("refused", "framing", 65))
        self.assertEqual((self.calls(), self.rows()), ([], []))


class Command(unittest.TestCase):
    def test_a_refused_command_has_read_its_input(self) -> None:
        for length, reason in ((4000, "arguments"), (1, "framing"), ((64 << 20) + 1, "framing")):
            reading, writing = os.pipe()
            os.write(writing, b" " * 4000)
            os.close(writing)
            command = [str(ROOT / "helper" / "bin" / "zfsadmin"), "execute", "--expect-length", str(length), "--"]
            with os.fdopen(reading, "rb") as stdin:
                done = subprocess.run([*command, "zpool", "status"], stdin=stdin, capture_output=True, check=False)
                self.assertEqual((json.loads(done.stdout)["reason"], stdin.read()), (reason, b""))

    def test_a_command_line_that_makes_no_sense(self) -> None:
        wrong = ((), ("zpool", "scrub", "tank"), ("--",), ("--secret-length", "0", *SCRUB))
        more = (("--secret-length", "4097", *SCRUB), ("--expect-length", "x", *SCRUB), ("--origin", "A B", *SCRUB))
        for arguments in (*wrong, *more, ("--protocol", *SCRUB), ("--protocol", "0", *SCRUB)):
            command = [str(ROOT / "helper" / "bin" / "zfsadmin"), "execute", *arguments]
            done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
            self.assertEqual((done.returncode, done.stdout), (64, b""))
            self.assertIn(b"zfsadmin execute: expected", done.stderr)


class Secrets(RecordedCase):
    def test_every_byte_arrives_and_is_proved(self) -> None:
        lines, code = self.execute("--secret-length", "256", "--", *CREATE, data=EVERY_BYTE)
        self.assertEqual((lines[1]["state"], code), ("done", 0))
        self.assertEqual((self.path / "stdin").read_bytes(), EVERY_BYTE)
        self.assertEqual((self.path / "proof").read_bytes(), EVERY_BYTE)
        self.assertEqual(self.calls()[1], "zfs load-key -n -L prompt tank/a")

    def test_no_core_is_dumped_from_before_it_is_read(self) -> None:
        process = self.start("--secret-length", "8", "--", "zfs", "load-key", "tank/a")
        limits = Path(f"/proc/{process.pid}/limits")
        wait_until(lambda: re.search(r"^Max core file size +0 +0 ", limits.read_text(), re.MULTILINE) is not None)
        process.communicate(b"password")
        self.assertIn("core file size 0\n", self.text("limits"))

    def test_expectations_come_before(self) -> None:
        self.execute("--expect-length", "2", "--secret-length", "32", "--", *CREATE, data=b"{}" + b"\n" * 32)
        self.assertEqual((self.path / "stdin").read_bytes(), b"\n" * 32)

    def test_too_short_or_too_long_runs_nothing(self) -> None:
        for data, got in ((b"", 0), (b"x" * 31, 31), (b"x" * 33, 33), (b"x" * 5000, 33)):
            lines, code = self.execute("--secret-length", "32", "--", *CREATE, data=data)
            self.assertEqual(
                (lines[0]["reason"], lines[0]["expected"], lines[0]["got"], code), ("framing", 32, got, 65)
            )
        self.assertEqual((self.calls(), self.rows()), ([], []))

    def test_a_connection_lost_in_the_middle_runs_nothing(self) -> None:
        process = self.start("--secret-length", "32", "--", *CREATE)
        assert process.stdin is not None
        process.stdin.write(b"half of it")
        process.stdin.flush()
        process.stdin.close()
        self.assertEqual(self.line(process)["got"], 10)
        self.assertEqual(self.calls(), [])

    def test_a_key_that_does_not_open_is_told(self) -> None:
        (self.path / "proof-exit").write_text("255")
        lines, code = self.execute("--secret-length", "32", "--", *CREATE, data=b"x" * 32)
        self.assertEqual((lines[1]["state"], lines[1]["exitStatus"], code), ("failed", 0, 1))
        self.assertIn("does not open tank/a", lines[1]["stderr"])
        self.assertIn("does not open tank/a", self.rows()[0]["error"])

    def test_a_key_of_which_nobody_knows_whether_it_opens(self) -> None:
        # the proof cannot even be started
        (self.path / "zfs").write_text('#!/bin/sh\ncat >/dev/null\nrm -f "$0"\n')
        lines, code = self.execute("--secret-length", "32", "--", *CREATE, data=b"x" * 32)
        self.assertEqual((lines[1]["state"], lines[1]["exitStatus"], code), ("unknown", 0, 2))
        self.assertIn("whether the key that was given opens tank/a is not known", lines[1]["stderr"])
        self.assertEqual(self.states(), ["unknown"])

    def test_the_key_of_a_pool_is_proved_by_the_name_that_it_has_now(self) -> None:
        words = ("-t", "now", "-O", "encryption=on", "-O", "keyformat=raw", "later", "/dev/disk/by-id/ata-A")
        self.execute("--secret-length", "32", "--", "zpool", "create", *words, data=b"x" * 32)
        self.assertEqual(self.calls()[1], "zfs load-key -n -L prompt now")

    def test_a_key_that_zfs_reads_itself_is_proved_where_it_is_kept(self) -> None:
        options = ("-o", "keyformat=raw", "-o", "keylocation=file:///root/key")
        self.execute("--", "zfs", "change-key", *options, "tank/a")
        self.assertEqual(self.calls()[1], "zfs load-key -n tank/a")

    def test_a_key_is_tried_with_its_secret_and_that_is_recorded(self) -> None:
        command = ("zfs", "load-key", "-n", "-L", "prompt", "tank/a")
        lines, code = self.execute("--secret-length", "8", "--", *command, data=b"password")
        self.assertEqual((lines[-1]["state"], code), ("done", 0))
        self.assertEqual(self.calls(), [" ".join(command)])

    def test_a_secret_that_is_only_used_is_not_proved(self) -> None:
        self.execute("--secret-length", "8", "--", "zfs", "load-key", "tank/a", data=b"password")
        self.assertEqual(self.calls(), ["zfs load-key tank/a"])


class Watched(RecordedCase):
    """A command that takes long, and what becomes of it."""

    def setUp(self) -> None:
        super().setUp()
        self.hold("scrub")
        self.process = self.start(*SCRUB)
        self.assertEqual(self.line(self.process)["kind"], "started")
        self.pid = self.command_pid()
        self.addCleanup(self.wait_until_over, parent(self.pid))

    def wait_until_over(self, supervisor: int) -> None:
        """Lets everything end that still runs: the supervisor writes a little longer than a test looks."""
        pipe = self.path / "pipe-scrub"

        def is_over() -> bool:
            try_to_open(pipe)
            return start_time(supervisor) == 0

        wait_until(is_over)

    def test_goes_on_without_its_watcher(self) -> None:
        self.process.kill()
        self.process.wait()
        self.assertEqual(self.states(), ["running"])
        self.let_go("scrub")
        wait_until(lambda: self.states() == ["done"])

    def test_goes_on_when_its_watcher_is_interrupted(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.assertEqual((self.line(self.process)["kind"], self.process.wait()), ("nothing more", 2))
        self.let_go("scrub")
        wait_until(lambda: self.states() == ["done"])

    def test_goes_on_when_nobody_reads(self) -> None:
        assert self.process.stdout is not None
        self.process.stdout.close()
        self.let_go("scrub")
        wait_until(lambda: self.states() == ["done"])

    def test_goes_on_without_its_supervisor_and_keeps_the_lock(self) -> None:
        supervisor = parent(self.pid)
        os.kill(supervisor, signal.SIGKILL)
        lost = self.line(self.process)
        self.assertEqual((lost["state"], lost["recorded"], self.process.wait()), ("unknown", False, 2))
        self.assertNotEqual(parent(self.pid), supervisor)
        second = self.start("--", "zpool", "set", "comment=x", "tank")
        waiting = self.line(second)
        self.assertEqual((waiting["kind"], waiting["holder"]["argv"]), ("waiting", ["zpool", "scrub", "tank"]))
        self.assertEqual((waiting["holder"]["id"], self.states()), (1, ["running"]))
        self.let_go("scrub")
        wait_until_gone(self.pid)
        self.assertEqual(self.line(second)["kind"], "started")
        self.assertEqual(self.line(second)["state"], "done")
        record.resolve_orphans()
        self.assertEqual(self.states(), ["done", "unknown"])

    def test_is_supervised_outside_of_the_session(self) -> None:
        supervisor = parent(self.pid)
        self.assertEqual(os.getsid(self.pid), supervisor)
        self.assertIn(f"zfsadmin-{supervisor}-", self.text("busctl-calls"))
        self.assertIn(f"Slice s system.slice PIDs au 1 {supervisor} ", self.text("busctl-calls"))

    def test_hears_no_signal(self) -> None:
        for number in IGNORED:
            os.kill(self.pid, number)
            os.kill(parent(self.pid), number)
        self.let_go("scrub")
        self.assertEqual(self.line(self.process)["state"], "done")

    def test_killed_itself_nobody_knows_how_far_it_came(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        ended = self.line(self.process)
        self.assertEqual((ended["state"], ended["exitStatus"], ended["signal"]), ("unknown", None, "SIGKILL"))
        self.assertEqual(self.states(), ["unknown"])

    def test_another_pool_does_not_wait(self) -> None:
        lines, code = self.execute("--", "zpool", "clear", "dozer")
        self.assertEqual(([line["kind"] for line in lines], code), (["started", "ended"], 0))

    def test_the_second_waits_then_runs(self) -> None:
        second = self.start("--", "zpool", "set", "comment=x", "tank")
        self.assertEqual(self.line(second)["kind"], "waiting")
        self.assertEqual(self.calls(), ["zpool scrub tank"])
        self.let_go("scrub")
        self.assertEqual(self.line(self.process)["state"], "done")
        self.assertEqual(self.line(second)["kind"], "started")
        self.assertEqual(self.line(second)["state"], "done")

    def test_the_second_is_refused_when_the_world_changed_while_it_waited(self) -> None:
        expected = b'{"datasets": [{"name": "tank/a", "guid": "99"}]}'
        (self.path / "stdout").write_text("tank/a\t99\n")
        second = self.start("--expect-length", str(len(expected)), "--", "zfs", "destroy", "tank/a")
        assert second.stdin is not None
        second.stdin.write(expected)
        second.stdin.close()
        self.assertEqual(self.line(second)["kind"], "waiting")
        (self.path / "stdout").write_text("tank/a\t123\n")
        self.let_go("scrub")
        self.assertEqual(self.line(self.process)["state"], "done")
        refused = self.line(second)
        change = {"what": "dataset", "name": "tank/a", "expected": "99", "found": "123"}
        self.assertEqual((refused["kind"], refused["reason"], refused["changes"]), ("refused", "changed", [change]))
        self.assertEqual((self.line(second)["kind"], second.wait()), ("nothing more", 76))
        self.assertEqual(self.calls(), ["zpool scrub tank", "zfs get -Hpo name,value guid tank/a"])
        self.assertEqual(self.states(), ["done"])


class Imports(RecordedCase):
    def test_one_at_a_time_of_a_pool_and_of_a_name(self) -> None:
        self.hold("import")
        process = self.start("--", "zpool", "import", "-N", "42", "new")
        self.assertEqual(self.line(process)["kind"], "started")
        _, code = self.execute("--", "zpool", "set", "comment=x", "another")
        self.assertEqual(code, 0)
        others = [("import", "-N", "42", "other"), ("import", "-N", "43", "new"), ("set", "comment=x", "new")]
        for words in others:
            second = self.start("--", "zpool", *words)
            waiting = self.line(second)
            second.kill()
            second.wait()
            holder = waiting.get("holder", {}).get("argv")
            self.assertEqual((waiting["kind"], holder), ("waiting", ["zpool", "import", "-N", "42", "new"]))
        self.assertEqual(self.calls(), ["zpool import -N 42 new", "zpool set comment=x another"])
        self.let_go("import")
        self.assertEqual((self.line(process)["state"], process.wait()), ("done", 0))


class Watching(unittest.TestCase):
    def test_a_supervisor_that_is_killed_while_it_tells(self) -> None:
        reading, writing = os.pipe()
        os.write(writing, b'{"kind":"started","id":1}\n{"kind":"ended","id":1,"state":"do')
        os.close(writing)
        teller = Teller(to_person=False)
        with redirect_stdout(io.StringIO()) as said, mock.patch.object(record, "resolve_orphans"):
            watch(reading, teller)
        kinds = [(line["kind"], line.get("state")) for line in map(json.loads, said.getvalue().splitlines())]
        self.assertEqual((kinds, teller.code), ([("started", None), ("ended", "unknown")], 2))


class LongWork(RecordedCase):
    def test_holds_no_lock(self) -> None:
        self.hold("trim")
        process = self.start("--", "zpool", "trim", "-w", "tank")
        self.assertEqual(self.line(process)["kind"], "started")
        lines, code = self.execute("--", "zpool", "scrub", "-s", "tank")
        self.assertEqual(([line["kind"] for line in lines], code), (["started", "ended"], 0))
        self.let_go("trim")
        self.assertEqual(self.line(process)["state"], "done")


class Gate(unittest.TestCase):
    def test_nothing_runs_if_the_supervisor_dies_before_it_is_recorded(self) -> None:
        program = (
            "import os, sys\nsys.path.insert(0, sys.argv[1])\nfrom zfsadmin.changer import Changer\n"
            "changer = Changer(['touch', sys.argv[2]], b'', [])\nprint(changer.pid, flush=True)\n"
            "os.kill(os.getpid(), 9)"
        )
        made = ROOT / "build" / "made-behind-the-gate"
        made.unlink(missing_ok=True)
        command = [sys.executable, "-I", "-c", program, str(ROOT / "helper"), str(made)]
        done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
        wait_until_gone(int(done.stdout))
        self.assertFalse(made.exists())
