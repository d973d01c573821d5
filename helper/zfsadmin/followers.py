"""Tells every `zfsadmin follow` that the audit has something new, so that nobody has to look again and again.

Each follower has a socket of its own in RUN/followers. Whoever wrote sends the number of the change to all of them;
the socket of a follower that is gone is removed by the first who finds nobody there.
"""

from __future__ import annotations

import contextlib
import os
import socket

from zfsadmin import places

FOLDER = "followers"
MOST = 1000  # numbers read at once
PATIENCE = 0.1  # seconds for a follower that has much to read


class Listener:
    """The socket of this process. Raises OSError where it cannot be made (whoever is not root follows no audit)."""

    def __init__(self) -> None:
        self._path = os.path.join(places.run_folder(FOLDER), str(os.getpid()))
        with contextlib.suppress(FileNotFoundError):  # of a process that had the same number
            os.unlink(self._path)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        self._socket.bind(self._path)
        self.fd = self._socket.fileno()

    def read(self) -> list[int]:
        """The changes that were told of; call it when `fd` is readable."""
        changes: list[int] = []
        with contextlib.suppress(BlockingIOError):
            while len(changes) < MOST:
                changes.append(int(self._socket.recv(64)))
        return changes

    def close(self) -> None:
        """No more of it."""
        self._socket.close()
        with contextlib.suppress(OSError):
            os.unlink(self._path)


def tell(change: int) -> None:
    """Sends the number to all that follow. Never fails."""
    with contextlib.suppress(OSError):
        folder = places.run_folder(FOLDER)
        for name in os.listdir(folder):
            _send(os.path.join(folder, name), change)


def _send(path: str, change: int) -> None:
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as connection:
        connection.settimeout(PATIENCE)
        try:
            connection.connect(path)
        except ConnectionRefusedError:
            os.unlink(path)
        else:
            connection.send(str(change).encode("ascii"))
