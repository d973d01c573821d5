"""Recording a change, also where the database cannot be written or does not answer."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import sqlite3
import stat
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from recording import DONE, FAILED, INTENT, NOBODY, RecordCase, Writer
from zfsadmin import actor, db, parked, places, record
from zfsadmin.bounded import BoundedError, bounded
from zfsadmin.orphans import settle
from zfsadmin.process import Process, this_process
from zfsadmin.row import Row, digest


def add_then_hang(row: Row) -> int:
    """Reaches the disk, which does not say so in time."""
    with db.writing() as connection:
        db._insert(connection, "change", db.CHANGE, row)
    time.sleep(60)
    return 0


def add_then_die(row: Row) -> int:
    with db.writing() as connection:
        db._insert(connection, "change", db.CHANGE, row)
        os.kill(os.getpid(), signal.SIGKILL)
    return 0


class Recording(RecordCase):
    def test_a_change_from_intent_to_end(self) -> None:
        before = time.time_ns()
        change = self.intend()
        self.assertEqual(self.state(change), "intended")
        record.started(change, Process(12, 34))
        self.assertEqual(self.state(change), "running")
        self.assertTrue(record.ended(change, DONE))
        row = self.row(change)
        self.assertTrue(before <= row["time"] <= row["step_time"] <= time.time_ns())
        self.assertEqual((row["state"], row["exit_status"], row["duration"]), ("done", 0, DONE.duration))
        self.assertEqual((json.loads(row["argv"]), json.loads(row["pools"])), (INTENT.argv, INTENT.pools))
        self.assertEqual((row["origin"], row["uid"]), ("page", os.getuid()))

    def test_a_failure_keeps_what_was_said(self) -> None:
        change = self.intend()
        record.ended(change, FAILED._replace(exit_status=None, signal="SIGKILL"))
        row = self.row(change)
        self.assertEqual((row["state"], row["signal"], row["error"]), ("failed", "SIGKILL", FAILED.error))

    def test_the_intent_is_durable_when_intend_returns(self) -> None:
        change = self.intend()
        with db.reading() as connection:
            self.assertEqual([tuple(row) for row in connection.execute("SELECT id FROM change")], [(change.id,)])
            self.assertEqual(connection.execute("PRAGMA journal_mode").fetchone()[0], "wal")

        def synchronous() -> object:
            with db.writing() as connection:
                return connection.execute("PRAGMA synchronous").fetchone()[0]

        self.assertEqual(bounded(synchronous, 10), 2)

    def test_nobody_else_can_read_it(self) -> None:
        self.intend()
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in Path(places.STATE).iterdir()}
        self.assertEqual(modes, dict.fromkeys(("zfsadmin.db", "zfsadmin.db-shm", "zfsadmin.db-wal"), 0o600))
        for folder in (places.STATE, places.RUN):
            self.assertEqual(stat.S_IMODE(os.stat(folder).st_mode), 0o700)

    def test_nothing_follows_the_end(self) -> None:
        change = self.intend()
        record.ended(change, DONE)
        record.ended(change, FAILED)
        record.started(change, Process(12, 34))
        self.assertEqual(self.state(change), "done")

    def test_many_at_once_on_a_new_database(self) -> None:
        self.journal.close()  # which nobody reads here
        workers = []
        for _ in range(6):
            if (pid := os.fork()) == 0:
                status = 1
                with contextlib.suppress(record.UnrecordedError):
                    for _ in range(5):
                        record.ended(self.intend(), DONE)
                    status = 0
                os._exit(status)
            workers.append(pid)
        self.assertEqual([os.waitpid(pid, 0)[1] for pid in workers], [0] * 6)
        self.assertEqual(self.states(), ["done"] * 30)

    def test_a_holder_is_described(self) -> None:
        change = self.intend()
        assert change.id is not None
        expected = {"id": change.id, "argv": INTENT.argv, "person": None, "since": self.row(change)["time"] // 10**9}
        found = record.holder(change.id)
        assert found is not None
        self.assertEqual({**found, "person": None}, expected)
        self.assertIsNone(record.holder(change.id + 1))

    def test_arguments_of_any_bytes(self) -> None:
        argv = ["zfs", "create", "tank/\udcff é\n"]
        change = record.intend(INTENT._replace(argv=argv), this_process())
        self.assertEqual(json.loads(self.row(change)["argv"]), argv)


class Who(RecordCase):
    def person(self, loginuid: str) -> tuple[object, ...]:
        file = self.root / "loginuid"
        file.write_text(loginuid)
        with mock.patch.object(actor, "LOGIN_UID", str(file)), mock.patch.dict(os.environ, {"SUDO_USER": "mallory"}):
            row = self.row(self.intend())
        return row["person"], row["loginuid"], row["uid"]

    def test_is_the_one_who_logged_in(self) -> None:
        self.assertEqual(self.person("0"), ("root", 0, os.getuid()))

    def test_is_recorded_as_unset_without_login(self) -> None:
        self.assertEqual(self.person("4294967295"), (None, None, os.getuid()))
        self.assertEqual(self.person(""), (None, None, os.getuid()))

    def test_may_have_no_name(self) -> None:
        self.assertEqual(self.person("4000000001"), (None, 4000000001, os.getuid()))

    def test_waits_for_no_directory_of_names(self) -> None:
        with mock.patch("pwd.getpwuid", lambda _: time.sleep(60)), mock.patch.object(actor, "PATIENCE", 0.1):
            self.assertEqual(self.person("1000"), (None, 1000, os.getuid()))


class Journal(RecordCase):
    def test_has_a_line_for_each_row(self) -> None:
        change = self.intend()
        record.started(change, Process(12, 34))
        record.ended(change, DONE)
        lines = self.journal.lines()
        self.assertEqual([line["ZFSADMIN_STATE"] for line in lines], ["intended", "running", "done"])
        self.assertEqual({line["SYSLOG_IDENTIFIER"] for line in lines}, {"zfsadmin"})
        self.assertEqual({line["ZFSADMIN_CHANGE"] for line in lines}, {str(change.id)})
        self.assertEqual([line["ZFSADMIN_DIGEST"] for line in lines], [one.digest for one in db.stored()])
        self.assertEqual([json.loads(line["ZFSADMIN_ROW"]) for line in lines], [one.row for one in db.stored()])
        self.assertEqual({line["ZFSADMIN_ARGV"] for line in lines}, {json.dumps(INTENT.argv)})
        self.assertIn("zpool scrub tank (intended)", lines[0]["MESSAGE"])
        self.assertEqual(lines[2]["MESSAGE"], "zpool scrub tank (done)")

    def test_takes_large_ones(self) -> None:
        argv = ["zfs", "destroy", "tank@" + ",".join(f"snapshot{number}" for number in range(100_000))]
        change = record.intend(INTENT._replace(argv=argv), this_process())
        (line,) = self.journal.lines()
        self.assertEqual(json.loads(line["ZFSADMIN_ARGV"]), argv)
        self.assertLess(len(line["MESSAGE"]), 3000)
        self.assertEqual(json.loads(self.row(change)["argv"]), argv)

    def test_may_be_missing(self) -> None:
        self.journal.close()
        self.assertTrue(record.ended(self.intend(), DONE))

    def test_alone(self) -> None:
        change = record.intend(INTENT, this_process(), journal_only=True)
        record.started(change, Process(12, 34))
        self.assertFalse(record.ended(change, FAILED))
        lines = self.journal.lines()
        self.assertIsNone(change.id)
        self.assertFalse(os.path.exists(places.database()))
        self.assertEqual([line["ZFSADMIN_STATE"] for line in lines], ["intended", "running", "failed"])
        self.assertEqual({line["ZFSADMIN_INTENT"] for line in lines}, {change.digest})
        self.assertEqual(json.loads(lines[2]["ZFSADMIN_ROW"])["error"], FAILED.error)
        self.assertNotIn("ZFSADMIN_CHANGE", lines[0])
        names = [
            f"alone/{change.digest}.json",
            *(f"results/{change.digest}-{state}.json" for state in ("failed", "running")),
        ]
        self.assertEqual(self.parked(), names)

    def test_alone_is_brought_over_by_the_next_start(self) -> None:
        change = record.intend(INTENT, this_process(), journal_only=True)
        record.started(change, Process(12, 34))
        record.ended(change, FAILED)
        first = self.journal.lines()
        self.assertTrue(settle(3))
        self.assertEqual(self.parked(), [])
        intent, running, failed = db.stored()
        self.assertEqual((intent.row, intent.digest), (json.loads(first[0]["ZFSADMIN_ROW"]), change.digest))
        self.assertEqual([running.row["state"], failed.row["state"]], ["running", "failed"])
        self.assertEqual(failed.row, {**json.loads(first[2]["ZFSADMIN_ROW"]), "change": 1})
        second = self.journal.lines()
        self.assertEqual([line["ZFSADMIN_DIGEST"] for line in second], [one.digest for one in db.stored()])
        self.assertEqual({line["ZFSADMIN_CHANGE"] for line in second}, {"1"})

    def test_alone_is_brought_over_while_it_runs(self) -> None:
        change = record.intend(INTENT, this_process(), journal_only=True)
        self.assertTrue(settle(3))
        self.assertEqual(self.states(), ["intended"])
        record.started(change, Process(12, 34))
        record.ended(change, DONE)
        self.assertTrue(settle(3))
        self.assertTrue(settle(3))
        self.assertEqual((self.states(), self.parked()), (["done"], []))
        self.assertEqual(len(db.stored()), 3)

    def test_alone_without_a_watcher_is_unknown_once_it_is_brought_over(self) -> None:
        record.intend(INTENT, NOBODY, journal_only=True)
        self.assertTrue(settle(3))
        self.assertEqual(self.states(), ["unknown"])

    def test_alone_has_lines_that_go_to_its_disk_at_once(self) -> None:
        self.intend()
        record.intend(INTENT, this_process(), journal_only=True)
        self.assertEqual([line["PRIORITY"] for line in self.journal.lines()], ["5", "2"])

    def test_alone_and_missing(self) -> None:
        self.journal.close()
        with self.assertRaises(record.UnrecordedError):
            record.intend(INTENT, this_process(), journal_only=True)


class NewerDatabase(RecordCase):
    def setUp(self) -> None:
        super().setUp()
        self.intend()
        with sqlite3.connect(places.database()) as other:
            other.execute("PRAGMA user_version = 99")
        other.close()
        self.journal.lines()

    def test_changes_go_on_through_the_journal(self) -> None:
        before = Path(places.database()).read_bytes()
        change = self.intend()
        self.assertIsNone(change.id)
        self.assertFalse(record.ended(change, DONE))
        record.resolve_orphans()
        self.assertEqual([line["ZFSADMIN_STATE"] for line in self.journal.lines()], ["intended", "done"])
        self.assertEqual(Path(places.database()).read_bytes(), before)
        self.assertEqual(len(self.parked()), 2)  # for the newer one

    def test_no_journal_no_change(self) -> None:
        self.journal.close()
        with self.assertRaises(record.NewerError):
            self.intend()


class Locked(RecordCase):
    """Another process holds the database: it does not answer."""

    def setUp(self) -> None:
        super().setUp()
        self.change = self.intend()
        self.other = Writer()
        self.addCleanup(self.other.release)
        self.journal.lines()

    def test_no_intent_in_time_no_change(self) -> None:
        with self.assertRaisesRegex(record.UnrecordedError, r"longer than 0\.[123] s"):
            record.intend(INTENT, this_process(), timeout=0.3)
        self.assertEqual(self.journal.lines(), [])
        self.other.release()
        self.assertEqual(self.states(), ["intended"])

    def test_an_intent_has_five_seconds_with_the_name_of_who_wants_it(self) -> None:
        given: list[float] = []

        def give_up(_: object, timeout: float) -> None:
            given.append(timeout)
            raise BoundedError("it took too long")

        clock = SimpleNamespace(time_ns=time.time_ns, now=100.0, looking_up=0.0)
        clock.monotonic = lambda: clock.now
        somebody = actor.actor()

        def look_up() -> actor.Actor:
            clock.now += clock.looking_up
            return somebody

        for name, substitute in (("bounded", give_up), ("time", clock), ("actor", look_up)):
            self.patch(record, name, substitute)
        for seconds in (0.0, 3.0, 60.0):
            clock.looking_up = seconds
            self.assertRaises(record.UnrecordedError, record.intend, INTENT, this_process())
        self.assertEqual(given, [5.0, 2.0, 0.1])
        self.assertLess(actor.PATIENCE, record.PATIENCE)

    def test_results_are_put_aside_and_brought_over(self) -> None:
        self.patch(record, "PATIENCE", 0.2)
        self.patch(record, "BRIEF", 0.2)
        record.started(self.change, Process(12, 34))
        self.assertFalse(record.ended(self.change, DONE))
        number = self.change.id
        self.assertEqual(self.parked(), [f"results/{number}-done.json", f"results/{number}-running.json"])
        self.assertEqual([line["ZFSADMIN_STATE"] for line in self.journal.lines()], ["running", "done"])
        self.other.release()
        self.assertTrue(settle(3))
        self.assertEqual(self.state(self.change), "done")
        self.assertEqual(self.parked(), [])
        self.assertEqual([one.row.get("state") for one in db.stored()], [None, "running", "done"])

    def test_starting_does_not_wait_for_it(self) -> None:
        self.patch(record, "PATIENCE", 0.2)
        record.ended(self.change, DONE)  # put aside
        with mock.patch("zfsadmin.record.BRIEF", 0.2):
            record.resolve_orphans()
        self.assertEqual(self.parked(), [f"results/{self.change.id}-done.json"])


class TooLate(RecordCase):
    """An intent that is given up, but reaches the disk all the same."""

    def test_says_that_nothing_was_run(self) -> None:
        with mock.patch.object(db, "add_change", add_then_hang), self.assertRaises(record.UnrecordedError):
            record.intend(INTENT, this_process(), timeout=1)
        self.assertEqual(self.states(), ["intended"])
        record.resolve_orphans()
        (row,) = db.changes(1, 1 << 62, 0)
        self.assertEqual(
            (row["state"], row["error"]), ("failed", "Nothing was run: recording the intent took too long.")
        )
        self.assertEqual([line["ZFSADMIN_STATE"] for line in self.journal.lines()], ["intended", "failed"])
        self.assertEqual(self.parked(), [])

    def test_is_remembered_as_long_as_it_can_come(self) -> None:
        row = {"intent": "1" * 64}
        self.intend()
        parked.abandon(digest(row), this_process())
        record.resolve_orphans()
        self.assertEqual(len(self.parked()), 1)
        parked.abandon(digest(row), Process(1, 1))
        record.resolve_orphans()
        self.assertEqual(self.parked(), [])


class Killed(RecordCase):
    def test_in_the_middle_of_writing_leaves_nothing(self) -> None:
        self.intend()
        with (
            mock.patch.object(db, "add_change", add_then_die),
            self.assertRaisesRegex(record.UnrecordedError, "was killed"),
        ):
            self.intend()
        self.assertEqual(self.states(), ["intended"])
        with db.reading() as connection:
            self.assertEqual(connection.execute("PRAGMA integrity_check").fetchone()[0], "ok")
        self.assertEqual(self.intend().id, 2)


class FullDisk(RecordCase):
    def setUp(self) -> None:
        super().setUp()
        if os.getuid() == 0:
            os.mkdir(places.STATE)
            subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", places.STATE], check=True)
            self.addCleanup(lambda: subprocess.run(["umount", places.STATE], check=True))

    @contextlib.contextmanager
    def full(self) -> Iterator[None]:
        """As long as it lasts there is no space; without the right to mount, no file may grow."""
        if os.getuid() == 0:
            filler = Path(places.STATE) / "filler"
            with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
                while file.write(bytes(4096)):
                    pass
            yield
            filler.unlink()
        else:
            soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
            yield
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    def test_no_intent_no_change_then_all_as_before(self) -> None:
        change = self.intend()
        with self.full():
            with self.assertRaisesRegex(record.UnrecordedError, "cannot be recorded"):
                self.intend()
            self.assertFalse(record.ended(change, DONE))
            self.assertIsNone(record.intend(INTENT, this_process(), journal_only=True).id)
            self.assertEqual(self.states(), ["intended"])
        record.resolve_orphans()
        self.assertEqual(self.states(), ["done", "intended"])  # the second had the journal alone
        self.assertEqual(self.intend().id, 3)

    def test_no_first_intent_either(self) -> None:
        os.makedirs(places.STATE, exist_ok=True)
        with self.full(), self.assertRaisesRegex(record.UnrecordedError, "cannot be recorded"):
            self.intend()
        self.assertEqual(self.intend().id, 1)


class Unusable(RecordCase):
    def test_what_is_no_database_is_said(self) -> None:
        os.mkdir(places.STATE)
        with open(places.database(), "w", encoding="ascii") as file:
            file.write("no database\n" * 1000)
        with self.assertRaisesRegex(record.UnrecordedError, "file is not a database"):
            self.intend()
