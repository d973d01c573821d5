"""`zfsadmin follow`: one stream that tells the page what changed, as long as the page is open.

The first line is the same as the output of `zfsadmin version`. The others are:

    {"kind":"source","state":"running"}            events are listened to from here on
    {"kind":"source","state":"ended","message":…,"retrySeconds":…}
    {"kind":"source","state":"unloaded"}           no ZFS module; goes on by itself once there is one
    {"kind":"source","state":"missing"}            no ZFS at all; the stream ends (exit code 69)
    {"kind":"event","class":…,"pool":…,"poolGuid":…,"dataset":…,"verb":…,"detail":…,"time":…,"count":…}
    {"kind":"audit","id":…}                        the audit has something new on this change
    {"kind":"everything","reason":"storm"|"dropped"}   too much to tell: read all again

Whoever reads must look at everything again after "running", since changes may have gone unseen before it. The stream
ends when standard input does, when nobody reads any more, or when another version of this program was installed: the
one that is started next says so in its first line. One thread waits for all of it, so that nothing here can
be half done when it ends.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import sys
import time

from zfsadmin.child import PATH, installed
from zfsadmin.events import Event
from zfsadmin.fold import Fold, Line
from zfsadmin.followers import Listener
from zfsadmin.record import resolve_orphans
from zfsadmin.source import Source
from zfsadmin.version import IDENTITY, installed_program

MODULE = "/sys/module/zfs"
MODULE_CHECK = 2.0  # seconds between looks whether the module is there
PROGRAM_CHECK = 5.0  # seconds between looks whether the program is still the installed one
FIRST_RETRY, LAST_RETRY = 1.0, 32.0  # seconds, doubled in between
STEADY = 60.0  # seconds after which a run that ends is not counted as a failed start
SETTLE_AFTER = 60.0  # seconds for which a page that was just opened has the host for itself

STDIN, STDOUT = 0, 1


def run(arguments: list[str]) -> int:
    """The verb. Ends with 0 when standard input does or the program is replaced, 69 without ZFS, 64 for an argument."""
    if arguments:
        print("zfsadmin follow: takes no arguments", file=sys.stderr)
        return os.EX_USAGE
    return Follower(PATH, MODULE).run()


class NoZfsError(Exception):
    """There is no zpool on this host."""


class Follower:
    """Runs the stream; `path` is where zpool is looked for, `module` the folder that exists when ZFS is loaded."""

    def __init__(self, path: str, module: str) -> None:
        self._path = path
        self._module = module
        self._fold = Fold()
        self._source: Source | None = None
        self._listener: Listener | None = None
        self._unloaded = False
        self._defers_signals = self._stopping = False
        self._start_at = time.monotonic()
        self._settle_at: float | None = self._start_at + SETTLE_AFTER
        self._program = installed_program()
        self._check_at = time.monotonic() + PROGRAM_CHECK
        self._retry = FIRST_RETRY
        self._poll = select.poll()

    def run(self) -> int:
        """Follows until standard input ends, standard output is closed, the program is replaced or a signal comes;
        gives the exit code."""
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(number, self._stop)
        self._poll.register(STDIN, select.POLLIN)
        self._poll.register(STDOUT, 0)  # tells when the other end is closed
        try:
            write(IDENTITY)
            self._listen()
            self._start(time.monotonic())
            while self._turn():
                pass
        except NoZfsError:
            return os.EX_UNAVAILABLE
        except BrokenPipeError:
            pass
        finally:
            self._defers_signals = True
            if self._source is not None:
                self._source.end()
            if self._listener is not None:
                self._listener.close()
        return 0

    def _stop(self, *_: object) -> None:
        """What a signal does; while zpool is being started or ended it waits, or nobody would end that."""
        self._stopping = True
        if not self._defers_signals:
            sys.exit(0)

    def _turn(self) -> bool:
        """Does what is due, then waits for the next thing; False when the stream is to end."""
        now = time.monotonic()
        if now >= self._check_at:
            self._check_at = now + PROGRAM_CHECK
            if installed_program() != self._program:
                return False
        if self._source is None and now >= self._start_at:
            self._start(now)
        if self._settle_at is not None and now >= self._settle_at:
            self._settle_at = None
            resolve_orphans()
        if (due := self._fold.due()) is not None and now >= due:
            write(*self._fold.take(now))
        for fd, _ in self._poll.poll(self._patience()):
            if fd == STDOUT or (fd == STDIN and not os.read(STDIN, 4096)):
                return False
            if self._source is not None and fd == self._source.fd:
                self._read(self._source)
            if self._listener is not None and fd == self._listener.fd:
                self._hear(self._listener)
        return True

    def _patience(self) -> float:
        """Milliseconds until something is due."""
        start_at = self._start_at if self._source is None else None
        moments = [self._check_at, self._settle_at, self._fold.due(), start_at]
        return max(0.0, min(moment for moment in moments if moment is not None) - time.monotonic()) * 1000

    def _start(self, now: float) -> None:
        if not installed("zpool", self._path):
            write({"kind": "source", "state": "missing"})
            raise NoZfsError
        if not os.path.isdir(self._module):
            if not self._unloaded:
                write({"kind": "source", "state": "unloaded"})
            self._unloaded = True
            self._start_at = now + MODULE_CHECK
            return
        self._unloaded = False
        self._defers_signals = True
        self._source = Source(self._path)
        self._defers_signals = False
        if self._stopping:
            sys.exit(0)
        self._poll.register(self._source.fd, select.POLLIN)
        write({"kind": "source", "state": "running"})

    def _read(self, source: Source) -> None:
        now = time.monotonic()
        items = source.read()
        if items is None:
            self._ended(source, now)
            return
        for item in items:
            if isinstance(item, Event):
                self._fold.add(item, now)
            else:
                self._fold.everything("dropped", now)

    def _listen(self) -> None:
        with contextlib.suppress(OSError):  # only root may follow the audit
            self._listener = Listener()
            self._poll.register(self._listener.fd, select.POLLIN)

    def _hear(self, listener: Listener) -> None:
        for change in listener.read():
            self._fold.audit(change, time.monotonic())

    def _ended(self, source: Source, now: float) -> None:
        self._poll.unregister(source.fd)
        self._source = None
        if now - source.started >= STEADY:
            self._retry = FIRST_RETRY
        write({"kind": "source", "state": "ended", "message": source.end(), "retrySeconds": self._retry})
        self._start_at = now + self._retry
        self._retry = min(self._retry * 2, LAST_RETRY)


def write(*lines: Line) -> None:
    """Writes each object as a line, past Python's buffers, so that nothing is left to fail at exit."""
    text = "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines)
    os.write(STDOUT, text.encode("ascii"))
