"""Work that may hang, done in a child that can be abandoned.

A write to a disk that is full fails; one to a pool that hangs neither fails nor ends, and no signal ends a process that
waits for it. So the child is given up after its time: it is killed, which takes effect when the kernel lets go of it,
and nothing waits for that. It holds nothing of its parent's, neither a lock nor an output that somebody reads to the
end.
"""

from __future__ import annotations

import json
import os
import select
import signal
import time
from typing import Any, Callable

from zfsadmin.process import Process, keep_only, start_time


class BoundedError(Exception):
    """The work failed; str() says why, for a person."""


class OverdueError(BoundedError):
    """The work did not end in time; it may still come to an end some time."""

    def __init__(self, child: Process, timeout: float) -> None:
        super().__init__(f"it took longer than {round(timeout, 1):g} s")
        self.child = child  # what was abandoned


def bounded(work: Callable[[], object], timeout: float) -> Any:
    """What `work` returns, as JSON carries it, within so many seconds. Raises OverdueError, or BoundedError with the
    message of whatever it raised."""
    reading, writing = os.pipe()
    try:
        pid = os.fork()
    except OSError as error:
        os.close(reading)
        os.close(writing)
        raise BoundedError(str(error)) from error
    if pid == 0:
        _child(work, writing)
    os.close(writing)
    try:
        answer = _answer(pid, reading, timeout)
    finally:
        os.close(reading)
    os.waitpid(pid, 0)
    if "error" in answer:
        raise BoundedError(answer["error"])
    return answer["value"]


def _answer(pid: int, reading: int, timeout: float) -> dict[str, Any]:
    """Reads to the end of the pipe, which comes when the child has nothing left to do."""
    data = b""
    deadline = time.monotonic() + timeout
    while select.select([reading], [], [], max(0.0, deadline - time.monotonic()))[0]:
        piece = os.read(reading, 65536)
        data += piece
        if not piece:
            return _whole(data)
    child = Process(pid, start_time(pid))
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, os.WNOHANG)
    raise OverdueError(child, timeout)


def _whole(data: bytes) -> dict[str, Any]:
    """The answer, if the child came to its end."""
    try:
        answer: dict[str, Any] = json.loads(data)
    except ValueError:
        return {"error": "the process that does it was killed"}
    return answer


def _child(work: Callable[[], object], writing: int) -> None:
    """Does the work and ends, whatever happens, without anything of the parent's being run or written twice."""
    try:
        for signal_number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(signal_number, signal.SIG_DFL)
        signal.set_wakeup_fd(-1)  # whose number may soon be that of the database
        keep_only([writing])
        try:
            answer = {"value": work()}
        except Exception as error:
            answer = {"error": str(error) or type(error).__name__}
        with os.fdopen(writing, "w", encoding="ascii") as pipe:
            json.dump(answer, pipe)
    finally:
        os._exit(0)
