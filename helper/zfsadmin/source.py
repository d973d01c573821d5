"""The running `zpool events -Hvf`: started, read, and started again when it ends.

Opening the stream replays the kernel's ring, up to 512 events of any age. What is older than the start of the process
is dropped, by the host's clock: the first event that is not ends the replay, as does a pause, and from then on the
clock is not asked any more, since it may be set. An old event that is passed on all the same only costs the page one
needless look. "Dropped" before the first event speaks of the time before, too: ZFS tells it to whoever reads next.
"""

from __future__ import annotations

import os
import subprocess
import time

from zfsadmin.child import environment
from zfsadmin.events import Dropped, Event, Reader

CLOCK_SLACK = 1  # seconds; the kernel stamps events with its last tick, which may lie in the second before
PAUSE = 1.0  # seconds of silence that end the replay


class Source:
    """One run of `zpool events`. Raises FileNotFoundError if there is no zpool in `path`."""

    def __init__(self, path: str) -> None:
        self._since = int(time.time()) - CLOCK_SLACK
        self.started = time.monotonic()
        self._heard = self.started
        self._attached = False
        self._replay = True
        self._reader = Reader()
        self._process = subprocess.Popen(
            ["zpool", "events", "-Hvf"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environment(path),
        )
        assert self._process.stdout is not None
        self.fd = self._process.stdout.fileno()

    def read(self) -> list[Event | Dropped] | None:
        """What came since, without the replay; None at the end. Call it when `fd` is readable."""
        data = os.read(self.fd, 65536)
        if not data:
            return None
        now = time.monotonic()
        self._replay = self._replay and now - self._heard < PAUSE
        self._heard = now
        return [item for item in self._reader.feed(data) if self._is_new(item)]

    def end(self) -> str:
        """Stops the process if it still runs, and gives what it said last, if that was no event."""
        self._process.kill()
        self._process.communicate()
        return self._reader.remark

    def _is_new(self, item: Event | Dropped) -> bool:
        if isinstance(item, Dropped):
            return self._attached
        self._attached = True
        if self._replay and item.time is not None:
            self._replay = item.time < self._since
        return not self._replay
