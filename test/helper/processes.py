"""A program under test as a process that is talked to through pipes, and waiting for what processes do."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
import unittest
from typing import Any, Callable

from zfsadmin.process import start_time


class ProcessCase(unittest.TestCase):
    def start_program(self, program: str, *arguments: str, path: str = "/nowhere") -> subprocess.Popen[bytes]:
        """Starts a program in Python; a test that waits too long sees the end of its output."""
        process = subprocess.Popen(
            [sys.executable, "-I", "-c", program, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={"ZFS_COLOR": "1", "PATH": path},
        )
        watchdog = threading.Timer(60, process.kill)
        watchdog.start()
        self.addCleanup(self._clean_up, process, watchdog)
        return process

    def _clean_up(self, process: subprocess.Popen[bytes], watchdog: threading.Timer) -> None:
        process.terminate()  # which lets it end what it started
        process.wait()
        watchdog.cancel()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()

    def line(self, process: subprocess.Popen[bytes]) -> dict[str, Any]:
        """The next thing that it says."""
        assert process.stdout is not None
        found: dict[str, Any] = json.loads(process.stdout.readline() or b'{"kind": "nothing more"}')
        return found


def wait_until(condition: Callable[[], bool]) -> None:
    """Waits for what another process does, of which no message comes."""
    deadline = time.monotonic() + 30
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError("it did not happen")
        time.sleep(0.01)


def wait_until_gone(pid: int) -> None:
    """Waits for the end of a process."""
    wait_until(lambda: start_time(pid) == 0)
