"""Leaving the session: what a person started is killed with the person's session where systemd is told so
(KillUserProcesses=yes), and so is all that was started by it, new session or not, because it is in the same control
group. A scope of its own in system.slice is outside of that. Who logged in (loginuid) stays the same.
"""

from __future__ import annotations

import time

from zfsadmin.ask import NoAnswerError, ask
from zfsadmin.child import PATH
from zfsadmin.host import read
from zfsadmin.process import this_process

PATIENCE = 5.0  # seconds for systemd
STEP = 0.005  # seconds between looks whether systemd has done it
GROUP = "/proc/self/cgroup"

START = ["busctl", "call", "--quiet", "org.freedesktop.systemd1", "/org/freedesktop/systemd1"]
START += ["org.freedesktop.systemd1.Manager", "StartTransientUnit", "ssa(sv)a(sa(sv))"]


class NoScopeError(Exception):
    """The process is still in its session; str() says why."""


def leave_session(path: str = PATH) -> None:
    """Moves this process, and all that it starts from now on, into a scope of its own. Raises NoScopeError."""
    me = this_process()
    name = f"zfsadmin-{me.pid}-{me.start_time}.scope"
    properties = ["3", "Slice", "s", "system.slice", "PIDs", "au", "1", str(me.pid)]
    properties += ["CollectMode", "s", "inactive-or-failed"]
    deadline = time.monotonic() + PATIENCE
    try:
        answer = ask([*START, name, "fail", *properties, "0"], PATIENCE, path)
    except NoAnswerError as error:
        raise NoScopeError(str(error)) from None
    if answer.code != 0:
        raise NoScopeError(answer.stderr.strip())
    while name not in read(GROUP):
        if time.monotonic() > deadline:
            raise NoScopeError("systemd did not move the process")
        time.sleep(STEP)
