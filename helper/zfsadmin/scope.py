"""Leaving the session: what a person started is killed with the person's session where systemd is told so
(KillUserProcesses=yes), and so is all that was started by it, new session or not, because it is in the same control
group. A scope of its own in system.slice is outside of that. Who logged in (loginuid) stays the same.
"""

from __future__ import annotations

import time

from zfsadmin.ask import NoAnswerError, Question
from zfsadmin.child import PATH
from zfsadmin.host import read
from zfsadmin.process import this_process

PATIENCE = 5.0  # seconds for systemd
LEAST = 1.0  # seconds to hear what it has said, however long something else took meanwhile
STEP = 0.005  # seconds between looks whether systemd has done it
GROUP = "/proc/self/cgroup"

START = ["busctl", "call", "--quiet", "org.freedesktop.systemd1", "/org/freedesktop/systemd1"]
START += ["org.freedesktop.systemd1.Manager", "StartTransientUnit", "ssa(sv)a(sa(sv))"]


class NoScopeError(Exception):
    """The process is still in its session; str() says why."""


class Leaving:
    """This process on its way into a scope of its own. Systemd takes a while, in which something else can be done."""

    def __init__(self, path: str = PATH) -> None:
        me = this_process()
        self.name = f"zfsadmin-{me.pid}-{me.start_time}.scope"
        self._deadline = time.monotonic() + PATIENCE
        properties = ["3", "Slice", "s", "system.slice", "PIDs", "au", "1", str(me.pid)]
        properties += ["CollectMode", "s", "inactive-or-failed"]
        self._question = Question([*START, self.name, "fail", *properties, "0"], path)

    def wait(self) -> None:
        """Until it is there; then all that this process starts is there, too. Raises NoScopeError."""
        try:
            answer = self._question.answer(max(LEAST, self._deadline - time.monotonic()))
        except NoAnswerError as error:
            raise NoScopeError(str(error)) from None
        if answer.code != 0:
            raise NoScopeError(answer.stderr.strip())
        while self.name not in read(GROUP):
            if time.monotonic() > self._deadline:
                raise NoScopeError("systemd did not move the process")
            time.sleep(STEP)
