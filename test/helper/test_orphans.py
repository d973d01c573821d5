"""What becomes of changes that nobody watches any more."""

from __future__ import annotations

import os
import subprocess
import time
from typing import Callable

from recording import DONE, INTENT, NOBODY, RecordCase
from zfsadmin import db, orphans, parked, places, process, record
from zfsadmin.bounded import BoundedError, bounded
from zfsadmin.orphans import settle
from zfsadmin.process import Process, start_time, this_process
from zfsadmin.row import step


class Orphans(RecordCase):
    def setUp(self) -> None:
        super().setUp()
        self.child = subprocess.Popen(["sleep", "1000"])
        self.addCleanup(self.end_child)
        self.running = Process(self.child.pid, start_time(self.child.pid))

    def end_child(self) -> None:
        self.child.kill()
        self.child.wait()

    def settled(self, change: record.Change) -> object:
        self.assertTrue(settle(3))
        return self.state(change)

    def test_watched_ones_are_left_alone(self) -> None:
        change = self.intend(self.running)
        self.assertEqual(self.settled(change), "intended")
        record.started(change, NOBODY)
        self.assertEqual(self.settled(change), "running")

    def test_without_a_watcher_the_end_is_unknown(self) -> None:
        change = self.intend(self.running)
        self.end_child()
        self.journal.lines()
        self.assertEqual(self.settled(change), "unknown")
        (line,) = self.journal.lines()
        self.assertEqual((line["ZFSADMIN_STATE"], line["ZFSADMIN_CHANGE"]), ("unknown", str(change.id)))
        self.assertEqual(line["ZFSADMIN_DIGEST"], db.stored()[-1].digest)

    def test_what_still_runs_is_running(self) -> None:
        change = self.intend(NOBODY)
        record.started(change, self.running)
        self.assertEqual(self.settled(change), "running")
        self.end_child()
        self.assertEqual(self.settled(change), "unknown")

    def test_another_process_of_the_same_number_is_nobody(self) -> None:
        change = self.intend(self.running._replace(start_time=self.running.start_time - 1))
        self.assertEqual(self.settled(change), "unknown")

    def test_after_a_reboot_nobody_is_left(self) -> None:
        change = self.intend(self.running)
        proc = self.root / "proc" / "sys" / "kernel" / "random"
        proc.mkdir(parents=True)
        (proc / "boot_id").write_text("another\n")
        os.symlink(f"/proc/{self.child.pid}", self.root / "proc" / str(self.child.pid))
        self.patch(process, "PROC", str(self.root / "proc"))
        self.assertEqual(self.settled(change), "unknown")

    def test_the_journal_has_what_was_settled_for_somebody_who_waits_no_more(self) -> None:
        self.intend(NOBODY)
        self.journal.lines()

        def given_up(work: Callable[[], object], patience: float) -> object:
            def work_and_hang() -> None:
                work()
                time.sleep(60)

            return bounded(work_and_hang, patience)

        self.patch(orphans, "bounded", given_up)
        with self.assertRaises(BoundedError):
            settle(2)
        self.assertEqual(db.stored()[-1].row["state"], "unknown")
        self.assertEqual([line["ZFSADMIN_DIGEST"] for line in self.journal.lines()], [db.stored()[-1].digest])

    def test_are_settled_once(self) -> None:
        change = self.intend(NOBODY)
        self.settled(change)
        self.settled(change)
        self.assertEqual([one.row["state"] for one in db.stored()[1:]], ["unknown"])

    def test_a_result_that_comes_later_counts(self) -> None:
        change = self.intend(NOBODY)
        self.assertEqual(self.settled(change), "unknown")
        record.ended(change, DONE)
        self.assertEqual(self.settled(change), "done")

    def test_one_that_goes_on_after_all_is_settled_again(self) -> None:
        change = self.intend(NOBODY)
        self.settled(change)
        record.started(change, self.running)
        self.assertEqual(self.settled(change), "running")
        self.end_child()
        self.assertEqual(self.settled(change), "unknown")

    def test_are_found_however_long_the_audit_is(self) -> None:
        orphan = self.intend(NOBODY)
        for _ in range(20):
            record.ended(record.intend(INTENT, this_process()), DONE)
            self.journal.lines()
        self.assertEqual(self.settled(orphan), "unknown")


class PutAside(RecordCase):
    def test_of_a_database_that_was_made_anew_is_dropped(self) -> None:
        change = self.intend()
        parked.put("0" * 64, change.argv, step(change.id, "done"))
        self.assertTrue(settle(3))
        self.assertEqual((self.state(change), self.parked()), ("intended", []))

    def test_counts_before_the_watcher_is_missed(self) -> None:
        change = self.intend(NOBODY)
        parked.put(change.digest, change.argv, step(change.id, "failed", exit_status=1))
        self.assertTrue(settle(3))
        self.assertEqual([one.row["state"] for one in db.stored()[1:]], ["failed"])

    def test_what_reached_the_database_in_the_end_is_there_once(self) -> None:
        change = self.intend()
        row = step(change.id, "running", pid=1, start_time=1)
        parked.put(change.digest, change.argv, row)
        self.assertTrue(settle(3))
        parked.put(change.digest, change.argv, row)
        self.assertTrue(settle(3))
        self.assertEqual(len(db.stored()), 2)

    def test_needs_no_database_to_find_none(self) -> None:
        self.assertTrue(settle(3))
        self.assertFalse(os.path.exists(places.STATE))

    def test_half_written_files_are_not_read(self) -> None:
        change = self.intend()
        with open(os.path.join(places.run_folder(parked.STEPS), "1-done.json.new"), "w", encoding="ascii") as file:
            file.write('{"intent"')
        begin = time.monotonic()
        self.assertTrue(settle(3))
        self.assertLess(time.monotonic() - begin, 3)
        self.assertEqual(self.state(change), "intended")
