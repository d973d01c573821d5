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
PATIENCE = 0.1  # seconds for a follower that has much to read


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
