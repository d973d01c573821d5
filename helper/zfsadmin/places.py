"""Where the helper keeps what outlives a process, and what outlives it only until the next boot."""

from __future__ import annotations

import contextlib
import os

# The database. It may lie on a pool that hangs: nothing but a child that can be abandoned looks into it.
STATE = "/var/lib/zfsadmin"

# Locks, sockets, and results that could not be written to the database; a tmpfs, which never hangs.
RUN = "/run/zfsadmin"


def state_folder() -> str:
    """STATE, made when it is missing. Raises OSError."""
    return _made(STATE)


def run_folder(name: str = "") -> str:
    """RUN or a folder in it, made when it is missing. Raises OSError."""
    run = _made(RUN)
    return _made(os.path.join(run, name)) if name else run


def database() -> str:
    """The file of the database, whether it is there or not."""
    return os.path.join(STATE, "zfsadmin.db")


def writers_lock() -> str:
    """The file that those lock who write to the database, one after the other; its folder is made."""
    return os.path.join(run_folder(), "database.lock")


def _made(path: str) -> str:
    """The folder, which nobody but root may enter if it is made here."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with contextlib.suppress(FileExistsError):
        os.mkdir(path, 0o700)
    return path
