"""Processes by a name that is never used again: boot, number, and the moment they started."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Container
from typing import NamedTuple

from zfsadmin.host import read

PROC = "/proc"


class Process(NamedTuple):
    """A process of this boot."""

    pid: int
    start_time: int  # clock ticks since boot: field 22 of proc_pid_stat(5)


def boot_id() -> str:
    """The kernel's name for the time since it started; empty if it gives none."""
    return read(PROC, "sys/kernel/random/boot_id")


def start_time(pid: int) -> int:
    """When a process started, in clock ticks since boot; 0 when there is none, or none that still does anything."""
    # the second field is the program's name, which may hold blanks and parentheses
    fields = read(PROC, str(pid), "stat").rpartition(")")[2].split()
    return int(fields[19]) if len(fields) > 19 and fields[0] not in "ZX" else 0


def this_process() -> Process:
    """The one that calls."""
    return Process(os.getpid(), start_time(os.getpid()))


def alive(process: Process) -> bool:
    """Whether this very process still runs."""
    return process.start_time != 0 and start_time(process.pid) == process.start_time


def keep_only(kept: Container[int]) -> None:
    """Closes every descriptor of this process but these; those that programs expect lead nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    for number in map(int, os.listdir("/proc/self/fd")):
        if number > 2 and number not in kept:
            with contextlib.suppress(OSError):  # the one that the list itself was read with
                os.close(number)
