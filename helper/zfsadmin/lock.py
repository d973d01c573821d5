"""One change at a time on a pool, whoever makes it: a browser, another one, a timer, a person in a shell.

A pool's lock is a file of its name under RUN, taken with flock(2). The name is enough: it is unique among the imported
pools, it is known before a pool is there, and no question to ZFS, which may hang with the pool, is needed to know it.
The program that changes the pool inherits the descriptor, so the lock lives exactly as long as that does, whoever else
is killed. The file tells who holds it.

A pool that is imported by its number is locked by that, and by the new name if it gets one: so two imports of the same
pool wait for each other, and what changes the pool by the new name waits for the import. The name that it has had is
not locked, and need not be. As long as it is not imported, nothing can change it by that name, and an imported pool of
that name is another one, which is no concern of the import. Who imports it by its old name meanwhile gets it or does
not: the kernel imports no guid twice (spa_ld_parse_config() in module/zfs/spa.c).
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import signal
import time
from typing import Any, Callable

from zfsadmin import places, record
from zfsadmin.refused import RefusedError

Holder = dict[str, Any]

PATIENCE = 10.0  # seconds to wait for others
LIMIT = 60.0  # seconds after which a change is held to be stuck
AGAIN = 0.1  # seconds between the signals that end a wait: one that comes just before it is not heard in it


class BusyError(RefusedError):
    """Another change holds the lock, and does not end in time."""

    reason = "busy"


class Locks:
    """The locks of one change; `files` are the descriptors that hold them."""

    def __init__(self) -> None:
        self.files: list[int] = []

    def take(self, pools: list[str], *, passes_stuck: bool, on_wait: Callable[[Holder], None]) -> None:
        """Takes the locks of the pools, always in the same order. Tells whom it waits for, and raises BusyError after
        PATIENCE. With `passes_stuck` it does without a lock whose holder is past its LIMIT."""
        deadline = time.monotonic() + PATIENCE
        for pool in sorted(pools):
            file = os.open(os.path.join(places.run_folder("locks"), pool), os.O_RDWR | os.O_CREAT, 0o600)
            if try_at_once(file):
                self._keep(file)
                continue
            if not (passes_stuck and is_stuck(file)):
                on_wait(holder(file))
                if try_until(file, deadline):
                    self._keep(file)
                    continue
                if not (passes_stuck and is_stuck(file)):
                    raise BusyError("another change runs on this pool", holder=holder(file))
            os.close(file)

    def _keep(self, file: int) -> None:
        """Has the lock, and wipes off what the one before signed: until `sign`, nobody knows whose it is."""
        self.files.append(file)
        os.ftruncate(file, 0)

    def sign(self, argv: list[str], change: int | None = None) -> None:
        """Writes down who holds the locks: the command, without its secrets, and the number of its record."""
        note = json.dumps({"argv": argv, "id": change, "at": time.monotonic()}).encode("ascii")
        with contextlib.suppress(OSError):  # RUN is full; the lock holds all the same
            for file in self.files:
                os.ftruncate(file, 0)
                os.pwrite(file, note, 0)

    def release(self) -> None:
        """Gives them back as far as this process is concerned: one that inherited them still holds them."""
        while self.files:
            os.close(self.files.pop())


def try_at_once(file: int) -> bool:
    """Takes a lock that nobody holds; False if somebody does."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def try_until(file: int, deadline: float) -> bool:
    """Takes a lock as soon as it is free; False if that is not before the deadline of the monotonic clock. Works in
    the main thread only, since a signal ends the wait."""

    def ring(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, max(deadline - time.monotonic(), 0.001), AGAIN)
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    except TimeoutError:
        return False
    finally:
        signal.signal(signal.SIGALRM, before)
    return True


def is_stuck(file: int) -> bool:
    """Whether the holder has it for longer than LIMIT."""
    note = read_note(file)
    return bool(note) and time.monotonic() - note["at"] > LIMIT


def holder(file: int) -> Holder:
    """What to tell of the holder: number, command, person, and since when, in Unix seconds."""
    note = read_note(file)
    known = record.holder(note["id"]) if note.get("id") is not None else None
    since = round(time.time() - (time.monotonic() - note["at"])) if note else None
    return known or {"id": None, "argv": note.get("argv", []), "person": None, "since": since}


def read_note(file: int) -> dict[str, Any]:
    """What the holder signed; empty if it has not yet."""
    try:
        note: dict[str, Any] = json.loads(os.pread(file, 1 << 20, 0))
    except ValueError:
        return {}
    return note
