"""`zfsadmin execute` as a process, with a zpool and a zfs that do what a test says, and folders of its own."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any
from unittest import mock

from processes import ProcessCase, wait_until
from zfsadmin import places

ROOT = Path(__file__).parent.parent.parent

PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from zfsadmin import journal, places
from zfsadmin.execute import execute, read_options
from zfsadmin.telling import Teller
places.STATE, places.RUN = sys.argv[2] + "/state", sys.argv[2] + "/run"
journal.SOCKET = sys.argv[2] + "/journal"
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


class ExecuteCase(ProcessCase):
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

    def start(self, *arguments: str, path: str = "/nowhere") -> subprocess.Popen[bytes]:
        return self.start_program(PROGRAM, str(ROOT / "helper"), str(self.path), *arguments, path=path)

    def execute(self, *arguments: str, data: bytes = b"") -> tuple[list[dict[str, Any]], int]:
        """All that the program says, and its exit code."""
        process = self.start(*arguments)
        stdout, _ = process.communicate(data)
        return [json.loads(line) for line in stdout.splitlines()], process.returncode

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
