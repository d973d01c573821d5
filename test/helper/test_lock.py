"""One change at a time on a pool."""

from __future__ import annotations

import fcntl
import tempfile
import threading
import time
import unittest
from contextlib import suppress
from pathlib import Path
from unittest import mock

from zfsadmin import lock, places
from zfsadmin.lock import BusyError, Holder, Locks

NOBODY: Holder = {"id": None, "argv": [], "person": None, "since": None}


class LockCase(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        mock.patch.object(places, "RUN", folder.name).start()
        mock.patch.object(lock, "PATIENCE", 0.2).start()
        self.addCleanup(mock.patch.stopall)
        self.path = Path(folder.name)
        self.waited: list[Holder] = []

    def take(self, *pools: str, passes_stuck: bool = False) -> Locks:
        """Takes locks, or raises BusyError after a fifth of a second; one by one, as two programs would."""
        locks = Locks()
        self.addCleanup(locks.release)
        locks.take(list(pools), passes_stuck=passes_stuck, on_wait=self.waited.append)
        return locks

    def hold(self, seconds: float = 0) -> Locks:
        """Has the lock of tank for so long already."""
        holding = self.take("tank")
        with mock.patch("time.monotonic", return_value=time.monotonic() - seconds):
            holding.sign(["zpool", "scrub", "tank"])
        return holding


class Waiting(LockCase):
    def test_a_lock_is_for_one(self) -> None:
        self.hold(5)
        with self.assertRaises(BusyError) as busy:
            self.take("tank")
        holder = busy.exception.details["holder"]
        self.assertAlmostEqual(holder.pop("since"), time.time() - 5, delta=3)
        self.assertEqual(holder, {"id": None, "argv": ["zpool", "scrub", "tank"], "person": None})
        self.assertEqual(len(self.waited), 1)

    def test_it_is_taken_as_soon_as_it_is_free(self) -> None:
        holding = self.hold()
        with mock.patch.object(lock, "PATIENCE", 30):
            timer = threading.Timer(0.1, holding.release)
            timer.start()
            begun = time.monotonic()
            self.take("tank")
        self.assertLess(time.monotonic() - begun, 10)
        timer.join()

    def test_it_is_not_waited_for_longer_if_the_alarm_rings_before_the_wait(self) -> None:
        holding = self.hold()
        flock = fcntl.flock

        def late(file: int, operation: int) -> None:
            if not operation & fcntl.LOCK_NB:
                with suppress(TimeoutError):
                    time.sleep(30)
            flock(file, operation)

        timer = threading.Timer(20, holding.release)
        timer.start()
        self.addCleanup(timer.cancel)
        with mock.patch.object(fcntl, "flock", late), self.assertRaises(BusyError):
            self.take("tank")

    def test_others_do_not_wait(self) -> None:
        self.hold()
        self.take("dozer", "a b")
        self.assertEqual(self.waited, [])

    def test_several_are_taken_in_one_order(self) -> None:
        self.hold()
        with self.assertRaises(BusyError):
            self.take("zoo", "tank")
        self.assertFalse((self.path / "locks" / "zoo").exists())

    def test_who_has_not_signed_yet_is_nobody(self) -> None:
        self.take("tank")
        with self.assertRaises(BusyError) as busy:
            self.take("tank")
        self.assertEqual(busy.exception.details["holder"], NOBODY)

    def test_nor_is_it_the_one_before(self) -> None:
        self.hold(5).release()
        self.take("tank")
        with self.assertRaises(BusyError) as busy:
            self.take("tank")
        self.assertEqual(self.waited, [NOBODY])
        self.assertEqual(busy.exception.details["holder"], NOBODY)

    def test_nor_is_it_when_its_lock_was_waited_for(self) -> None:
        holding = self.hold(5)
        locks = Locks()
        self.addCleanup(locks.release)
        with mock.patch.object(lock, "PATIENCE", 30):
            locks.take(["tank"], passes_stuck=False, on_wait=lambda _holder: holding.release())
        self.assertEqual(holding.files, [])
        with self.assertRaises(BusyError) as busy:
            self.take("tank")
        self.assertEqual(busy.exception.details["holder"], NOBODY)


class Stuck(LockCase):
    def test_a_way_out_passes_a_stuck_change(self) -> None:
        self.hold(61)
        self.assertEqual(self.take("tank", passes_stuck=True).files, [])
        self.assertEqual(self.waited, [])

    def test_but_not_one_that_is_in_time(self) -> None:
        self.hold(30)
        with self.assertRaises(BusyError):
            self.take("tank", passes_stuck=True)

    def test_it_passes_one_that_gets_stuck_while_it_waits(self) -> None:
        self.hold(59.9)
        self.assertEqual(self.take("tank", passes_stuck=True).files, [])
        self.assertEqual(len(self.waited), 1)

    def test_nothing_else_passes(self) -> None:
        self.hold(3600)
        with self.assertRaises(BusyError):
            self.take("tank")

    def test_a_note_of_the_one_before_does_not_count(self) -> None:
        self.hold(3600).release()
        taken = self.take("tank")
        with self.assertRaises(BusyError):
            self.take("tank", passes_stuck=True)
        taken.sign(["zpool", "clear", "tank"])
        with self.assertRaises(BusyError):
            self.take("tank", passes_stuck=True)


class Signing(LockCase):
    def test_a_lock_without_a_signature_is_one(self) -> None:
        locks = self.take("tank")
        with mock.patch("os.pwrite", side_effect=OSError(28, "No space left on device")):
            locks.sign(["zpool", "clear", "tank"])
        with self.assertRaises(BusyError) as busy:
            self.take("tank")
        self.assertEqual(busy.exception.details["holder"], NOBODY)
