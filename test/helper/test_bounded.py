"""Work in a child that can be abandoned, and how processes are told apart."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile
import time
import unittest
from unittest import mock

from zfsadmin.bounded import BoundedError, OverdueError, bounded
from zfsadmin.process import Process, alive, start_time, this_process


class Bounded(unittest.TestCase):
    def test_gives_the_value(self) -> None:
        self.assertEqual(bounded(lambda: {"a": [1, None]}, 10), {"a": [1, None]})
        self.assertEqual(len(bounded(lambda: "x" * 1_000_000, 10)), 1_000_000)

    def test_gives_the_reason(self) -> None:
        def fail() -> None:
            raise OSError(28, "No space left on device")

        with self.assertRaisesRegex(BoundedError, "No space left on device"):
            bounded(fail, 10)

    def test_half_an_answer_is_none(self) -> None:
        with self.assertRaisesRegex(BoundedError, "the process that does it was killed"):
            bounded(lambda: {"a": "what JSON carries", "b": object()}, 10)

    def test_a_signal_writes_nothing_into_its_files(self) -> None:
        reading, writing = os.pipe2(os.O_NONBLOCK)
        self.addCleanup(os.close, reading)
        self.addCleanup(os.close, writing)
        before = signal.getsignal(signal.SIGCHLD)
        self.addCleanup(signal.signal, signal.SIGCHLD, before)
        self.addCleanup(signal.set_wakeup_fd, signal.set_wakeup_fd(writing))
        signal.signal(signal.SIGCHLD, lambda *_: None)

        def hear() -> int:
            with tempfile.TemporaryFile() as file:
                os.dup2(file.fileno(), writing)
                os.kill(os.getpid(), signal.SIGCHLD)
                return os.fstat(writing).st_size

        self.assertEqual(bounded(hear, 10), 0)

    def test_no_child_is_a_reason_too(self) -> None:
        before = sorted(os.listdir("/proc/self/fd"))
        no_more = OSError(11, "Resource temporarily unavailable")
        with (
            mock.patch("zfsadmin.bounded.os.fork", side_effect=no_more),
            self.assertRaisesRegex(BoundedError, "Resource temporarily unavailable"),
        ):
            bounded(lambda: 1, 10)
        self.assertEqual(sorted(os.listdir("/proc/self/fd")), before)

    def test_gives_up_and_kills(self) -> None:
        begin = time.monotonic()
        with self.assertRaises(OverdueError) as caught:
            bounded(lambda: time.sleep(60), 0.2)
        self.assertLess(time.monotonic() - begin, 5)
        while alive(caught.exception.child):
            self.assertLess(time.monotonic() - begin, 20)

    def test_holds_nothing_of_its_parents(self) -> None:
        reading, writing = os.pipe()
        os.set_inheritable(writing, True)
        self.addCleanup(os.close, reading)
        self.addCleanup(os.close, writing)

        def descriptors() -> list[str]:
            found = []
            for number in os.listdir("/proc/self/fd"):
                with contextlib.suppress(OSError):
                    found.append(os.readlink(f"/proc/self/fd/{number}"))
            return found

        held = bounded(descriptors, 10)
        self.assertNotIn(f"pipe:[{os.fstat(writing).st_ino}]", held)
        self.assertEqual(held.count("/dev/null"), 3)

    def test_a_process_is_known_by_its_start(self) -> None:
        me = this_process()
        self.assertTrue(alive(me))
        self.assertFalse(alive(me._replace(start_time=me.start_time + 1)))

    def test_a_process_that_ended_lives_no_more(self) -> None:
        with subprocess.Popen(["cat"], stdin=subprocess.PIPE) as child:
            process = Process(child.pid, start_time(child.pid))
            self.assertTrue(alive(process))
            child.kill()
            deadline = time.monotonic() + 20
            while alive(process):  # as a zombie it is not counted
                self.assertLess(time.monotonic(), deadline)
