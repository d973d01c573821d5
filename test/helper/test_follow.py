"""`zfsadmin follow` as a process, with a zpool that says what the test writes."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
from io import BufferedWriter
from pathlib import Path
from typing import Any
from unittest import mock

from processes import ProcessCase, wait_until_gone
from recording import DONE, NOBODY, RecordCase, Writer
from zfsadmin import followers, journal, places, record
from zfsadmin.events import Event
from zfsadmin.follow import Follower
from zfsadmin.source import Source
from zfsadmin.version import IDENTITY, VERSION

ROOT = Path(__file__).parent.parent.parent
STORM = ROOT / "test" / "fixtures" / "events" / "2.3.9-storm.txt"
RUNNING = {"kind": "source", "state": "running"}

PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from zfsadmin import journal, places
places.STATE, places.RUN, journal.SOCKET = sys.argv[4:]
from zfsadmin import follow
follow.SETTLE_AFTER, follow.PROGRAM_CHECK = 0.1, 0.2
sys.exit(follow.Follower(sys.argv[2], sys.argv[3]).run())
"""

# Says what comes through a pipe, and ends when the test closes that.
ZPOOL = """#!/bin/sh
here=$(/usr/bin/dirname "$0")
echo "$$ $*" >>"$here/calls"
/usr/bin/env >"$here/environment"
exec /bin/cat "$here/pipe"
"""


def text(dataset: str, at: float | None = None) -> bytes:
    """An event as zpool prints it; of now, unless told otherwise."""
    seconds = int(time.time() if at is None else at)
    lines = ['pool = "tank"', f'history_dsname = "{dataset}"', 'history_internal_name = "create"']
    lines += [f"time = {seconds:#x} 0x1 ", "eid = 0x1"]
    header = "Nov 22 2026 11:05:16.115998176\tsysevent.fs.zfs.history_event\n"
    return (header + "".join(f"        {line}\n" for line in lines) + "\n").encode()


class FollowCase(RecordCase, ProcessCase):
    def setUp(self) -> None:
        super().setUp()
        self.path = self.root
        self.module = self.path / "module"
        self.module.mkdir()
        os.mkfifo(self.path / "pipe")
        (self.path / "zpool").write_text(ZPOOL)
        (self.path / "zpool").chmod(0o755)

    def follow(self, helper: Path = ROOT / "helper") -> subprocess.Popen[bytes]:
        arguments = [str(helper), str(self.path), str(self.module), places.STATE, places.RUN, journal.SOCKET]
        return self.start_program(PROGRAM, *arguments)

    def listening(self) -> subprocess.Popen[bytes]:
        process = self.follow()
        self.assertEqual([self.line(process), self.line(process)], [IDENTITY, RUNNING])
        return process

    def zpool_says(self, data: bytes) -> BufferedWriter:
        """Writes to the running zpool, which ends when the result is closed."""
        pipe = (self.path / "pipe").open("wb")
        self.addCleanup(pipe.close)
        pipe.write(data)
        pipe.flush()
        return pipe

    def zpool_process(self) -> int:
        return int((self.path / "calls").read_text().split()[0])


class Stream(FollowCase):
    def test_greets_then_tells_events_of_now_only(self) -> None:
        process = self.listening()
        old = time.time() - 100
        pipe = self.zpool_says(b"dropped 6 events\n" + text("tank/old", old) * 500 + text("tank/new"))
        self.assertEqual(self.line(process)["dataset"], "tank/new")
        pipe.write(text("tank/clock-set-back", old))
        pipe.flush()
        self.assertEqual(self.line(process)["dataset"], "tank/clock-set-back")

    def test_starts_zpool_with_a_clean_environment(self) -> None:
        process = self.listening()
        self.zpool_says(text("tank/new"))
        self.line(process)
        self.assertIn("events -Hvf", (self.path / "calls").read_text())
        seen = (self.path / "environment").read_text()
        self.assertIn("LC_ALL=C.UTF-8\n", seen)
        self.assertIn(f"PATH={self.path}\n", seen)
        self.assertNotIn("ZFS_COLOR", seen)

    def test_dropped_events_are_everything(self) -> None:
        process = self.listening()
        self.zpool_says(text("tank/new") + b"dropped 3 events\n")
        self.assertEqual(self.line(process), {"kind": "everything", "reason": "dropped"})

    def test_a_storm_is_few_lines(self) -> None:
        process = self.listening()
        pipe = self.zpool_says(text("tank/begin"))
        storm = STORM.read_bytes()
        for _ in range(84):
            pipe.write(storm)
        pipe.write(b"".join(text(f"tank/{number}") for number in range(100)))
        pipe.flush()
        lines: list[dict[str, object]] = []
        while not lines or lines[-1].get("kind") != "everything":
            lines.append(self.line(process))
        self.assertLess(len(lines), 400)

    def test_starts_zpool_again_when_it_ends(self) -> None:
        process = self.listening()
        self.zpool_says(b"cannot get event: permission denied\n").close()
        message = "cannot get event: permission denied"
        ended = {"kind": "source", "state": "ended", "message": message, "retrySeconds": 1.0}
        self.assertEqual([self.line(process), self.line(process)], [ended, RUNNING])
        self.zpool_says(text("tank/again"))
        self.assertEqual(self.line(process)["dataset"], "tank/again")


class Audit(FollowCase):
    def sockets(self) -> list[str]:
        return os.listdir(os.path.join(places.RUN, followers.FOLDER))

    def test_is_told_to_everybody_who_follows(self) -> None:
        processes = [self.listening(), self.listening()]
        change = self.intend()
        for process in processes:
            self.assertEqual(self.line(process), {"kind": "audit", "id": change.id})
        record.ended(change, DONE)
        for process in processes:
            self.assertEqual(self.line(process), {"kind": "audit", "id": change.id})

    def test_has_what_was_left_behind_settled(self) -> None:
        change = self.intend(NOBODY)
        process = self.listening()
        self.assertEqual(self.line(process), {"kind": "audit", "id": change.id})
        self.assertEqual(self.state(change), "unknown")

    def test_leaves_no_socket(self) -> None:
        process = self.listening()
        self.assertEqual(self.sockets(), [str(process.pid)])
        process.terminate()
        self.assertEqual(process.wait(20), 0)
        self.assertEqual(self.sockets(), [])

    def test_forgets_who_was_killed(self) -> None:
        process = self.listening()
        process.kill()
        process.wait()
        self.assertEqual(self.sockets(), [str(process.pid)])
        self.intend()
        self.assertEqual(self.sockets(), [])

    def test_does_not_wait_for_who_does_not_read(self) -> None:
        process = self.listening()
        process.send_signal(signal.SIGSTOP)
        begin = time.monotonic()
        for number in range(30):
            followers.tell(number)
        self.assertLess(time.monotonic() - begin, 10)
        process.send_signal(signal.SIGCONT)
        self.assertEqual(self.line(process), {"kind": "audit", "id": 0})

    def test_that_hangs_does_not_keep_events(self) -> None:
        self.intend()
        writer = Writer()
        self.addCleanup(writer.release)
        process = self.listening()
        self.zpool_says(text("tank/new"))
        self.assertEqual(self.line(process)["dataset"], "tank/new")


class Replay(FollowCase):
    def datasets(self, pause: float, data: bytes) -> list[str | None]:
        """What is passed on of the first output, when so long a pause ends the replay."""
        with mock.patch("zfsadmin.source.PAUSE", pause):
            source = Source(str(self.path))
            self.addCleanup(source.end)
            self.zpool_says(data)
            return [item.dataset for item in source.read() or [] if isinstance(item, Event)]

    def test_ends_with_the_first_event_that_is_not_old(self) -> None:
        old = time.time() - 100
        data = text("tank/old", old) + text("tank/new", time.time() + 100) + text("tank/after", old)
        self.assertEqual(self.datasets(1000, data), ["tank/new", "tank/after"])

    def test_ends_with_a_pause_whatever_the_clock_says(self) -> None:
        self.assertEqual(self.datasets(0, text("tank/a", time.time() - 100)), ["tank/a"])


class Ends(FollowCase):
    def started(self) -> subprocess.Popen[bytes]:
        process = self.listening()
        self.zpool_says(text("tank/new"))
        self.assertEqual(self.line(process)["dataset"], "tank/new")
        return process

    def test_with_standard_input(self) -> None:
        process = self.started()
        assert process.stdin is not None
        process.stdin.close()
        self.assertEqual(process.wait(20), 0)
        wait_until_gone(self.zpool_process())

    def test_when_nobody_reads(self) -> None:
        process = self.started()
        assert process.stdout is not None
        process.stdout.close()
        self.assertEqual(process.wait(20), 0)
        wait_until_gone(self.zpool_process())

    def test_with_a_signal(self) -> None:
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            (self.path / "calls").unlink(missing_ok=True)
            process = self.started()
            process.send_signal(number)
            self.assertEqual(process.wait(20), 0)
            wait_until_gone(self.zpool_process())

    def interrupted_at(self, function: str) -> None:
        """A signal comes in `function` of subprocess. Nothing may be left of zpool: it holds ZFS's module."""
        popen, kill = subprocess.Popen, subprocess.Popen.kill
        started: list[subprocess.Popen[bytes]] = []

        def interrupt(at: str) -> None:
            if at == function:
                os.kill(os.getpid(), signal.SIGTERM)

        def start(*arguments: Any, **options: Any) -> subprocess.Popen[bytes]:
            process = popen(*arguments, **options)
            self.addCleanup(process.wait)
            self.addCleanup(kill, process)
            started.append(process)
            interrupt("Popen")
            return process

        def interrupted_kill(process: subprocess.Popen[bytes]) -> None:
            interrupt("Popen.kill")
            kill(process)

        closed = os.open(os.devnull, os.O_RDONLY)
        self.addCleanup(os.close, closed)
        handlers = [(number, signal.getsignal(number)) for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)]
        with (
            mock.patch.object(popen, "kill", interrupted_kill),
            mock.patch("subprocess.Popen", start),
            mock.patch("zfsadmin.follow.write"),
            mock.patch("zfsadmin.follow.STDIN", closed),
        ):
            try:
                with contextlib.ExitStack() as stack:
                    if function == "Popen":
                        stack.enter_context(self.assertRaises(SystemExit))
                    Follower(str(self.path), str(self.module)).run()
            finally:
                for number, handler in handlers:
                    signal.signal(number, handler)
        self.assertIsNotNone(started[0].poll())

    def test_with_a_signal_while_zpool_starts(self) -> None:
        self.interrupted_at("Popen")

    def test_with_a_signal_while_zpool_is_ended(self) -> None:
        """Cockpit closes standard input, and sends a signal right after."""
        self.interrupted_at("Popen.kill")


class Upgrade(FollowCase):
    def test_ends_when_another_version_is_installed(self) -> None:
        installed = self.path / "installed"
        shutil.copytree(ROOT / "helper" / "zfsadmin", installed / "zfsadmin")
        process = self.follow(installed)
        self.assertEqual([self.line(process), self.line(process)], [IDENTITY, RUNNING])
        self.zpool_says(text("tank/new"))
        self.assertEqual(self.line(process)["dataset"], "tank/new")
        version = installed / "zfsadmin" / "version.py"
        (installed / "new").write_text(version.read_text().replace(VERSION, f"{VERSION}.1"))
        (installed / "new").rename(version)  # as dpkg does it
        self.assertEqual(process.wait(20), 0)
        wait_until_gone(self.zpool_process())
        self.assertEqual(self.line(self.follow(installed)), {**IDENTITY, "version": f"{VERSION}.1"})

    def test_ends_when_it_is_installed_no_more(self) -> None:
        installed = self.path / "installed"
        shutil.copytree(ROOT / "helper" / "zfsadmin", installed / "zfsadmin")
        process = self.follow(installed)
        self.assertEqual([self.line(process), self.line(process)], [IDENTITY, RUNNING])
        shutil.rmtree(installed)
        self.assertEqual(process.wait(20), 0)


class WithoutZfs(FollowCase):
    def test_no_zpool(self) -> None:
        (self.path / "zpool").unlink()
        process = self.follow()
        self.assertEqual([self.line(process), self.line(process)], [IDENTITY, {"kind": "source", "state": "missing"}])
        self.assertEqual(process.wait(20), 69)

    def test_no_module_waits_for_it_without_starting_zpool(self) -> None:
        self.module.rmdir()
        process = self.follow()
        self.assertEqual([self.line(process), self.line(process)], [IDENTITY, {"kind": "source", "state": "unloaded"}])
        self.assertFalse((self.path / "calls").exists())
        self.module.mkdir()
        self.assertEqual(self.line(process), RUNNING)
