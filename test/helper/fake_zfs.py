"""`zfsadmin execute` as a process, with a zpool and a zfs that do what a test says, and folders of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path
from typing import Any, Callable
from unittest import mock

from zfsadmin import places
from zfsadmin.process import start_time

ROOT = Path(__file__).parent.parent.parent
Line = dict[str, Any]

PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from zfsadmin import places
from zfsadmin.execute import execute, read_options
from zfsadmin.telling import Teller
places.STATE, places.RUN = sys.argv[2] + "/state", sys.argv[2] + "/run"
teller = Teller(to_person=False)
execute(*read_options(sys.argv[3:]), teller, sys.argv[2] + ":/usr/bin:/bin")
sys.exit(teller.code)
"""

# Notes how it was called and what it was given, waits for the end of its pipe if there is one, says what it is to say.
COMMAND = """#!/bin/sh
here=$(dirname "$0")
[ -e "$here/stdin" ] && kind=proof || kind=stdin
cat >"$here/$kind"
cat /proc/self/status >"$here/status"
env >"$here/environment"
echo "core file size $(ulimit -c)" >"$here/limits"
echo "$$ $(basename "$0") $*" >>"$here/calls"
[ -p "$here/pipe-$1" ] && cat "$here/pipe-$1" >/dev/null
cat "$here/stdout" 2>/dev/null
cat "$here/stderr" >&2 2>/dev/null
exit "$(cat "$here/$kind-exit" 2>/dev/null || echo 0)"
"""

# Notes what it was asked, and fails: there is no systemd in a test.
BUSCTL = """#!/bin/sh
echo "$*" >>"$(dirname "$0")/busctl-calls"
exit 1
"""


class ExecuteCase(unittest.TestCase):
    """Has a folder with the two programs; what they are to do, and what they were told, are files in it."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name)
        for name, program in (("zpool", COMMAND), ("zfs", COMMAND), ("busctl", BUSCTL)):
            (self.path / name).write_text(program)
            (self.path / name).chmod(0o755)
        patch = mock.patch.multiple(places, STATE=str(self.path / "state"), RUN=str(self.path / "run"))
        patch.start()
        self.addCleanup(patch.stop)

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Starts the program; a test that waits too long sees the end of its output."""
        program = [sys.executable, "-I", "-c", PROGRAM, str(ROOT / "helper"), str(self.path), *arguments]
        pipe = subprocess.PIPE
        process = subprocess.Popen(program, stdin=pipe, stdout=pipe, env={"ZFS_COLOR": "1", "PATH": "/nowhere"})
        watchdog = threading.Timer(60, process.kill)
        watchdog.start()
        self.addCleanup(self._clean_up, process, watchdog)
        return process

    def _clean_up(self, process: subprocess.Popen[bytes], watchdog: threading.Timer) -> None:
        process.kill()
        process.wait()
        watchdog.cancel()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()

    def execute(self, *arguments: str, data: bytes = b"") -> tuple[list[Line], int]:
        """All that the program says, and its exit code."""
        process = self.start(*arguments)
        stdout, _ = process.communicate(data)
        return [json.loads(line) for line in stdout.splitlines()], process.returncode

    def line(self, process: subprocess.Popen[bytes]) -> Line:
        """The next thing that it says."""
        assert process.stdout is not None
        found: Line = json.loads(process.stdout.readline() or b'{"kind": "nothing more"}')
        return found

    def hold(self, subcommand: str) -> None:
        """Has the commands of this name wait until `let_go`."""
        os.mkfifo(self.path / f"pipe-{subcommand}")

    def let_go(self, subcommand: str) -> None:
        """Ends the waiting of the one command that waits, as soon as it does."""
        pipe = self.path / f"pipe-{subcommand}"
        wait_until(lambda: try_to_open(pipe))

    def calls(self) -> list[str]:
        """The commands that ran, without their process ids."""
        return [line.partition(" ")[2] for line in self.text("calls").splitlines()]

    def command_pid(self) -> int:
        """The process id of the command that was started last."""
        wait_until(lambda: bool(self.text("calls")))
        return int(self.text("calls").splitlines()[-1].split()[0])

    def text(self, name: str) -> str:
        """What a file holds; nothing if there is none."""
        file = self.path / name
        return file.read_text(encoding="utf-8") if file.exists() else ""


def try_to_open(pipe: Path) -> bool:
    """Opens and closes a pipe that somebody reads; False if nobody does."""
    try:
        os.close(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
    except OSError:
        return False
    return True


def parent(pid: int) -> int:
    """The process that started this one."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


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
