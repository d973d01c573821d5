"""The audit of a test: folders of its own, and a journal that is a socket here."""

from __future__ import annotations

import array
import os
import socket
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any
from unittest import mock

from zfsadmin import db, journal, places, record
from zfsadmin.process import Process, this_process

INTENT = record.Intent(["zpool", "scrub", "tank"], ["9610273138761160755"], "page")
DONE = record.Outcome("done", 0, None, "", 2_500_000_000)
FAILED = record.Outcome("failed", 1, None, "cannot scrub tank: pool is busy", 1000)
NOBODY = Process(1, 1)  # a process that is not there: 1 never started at that time


class FakeJournal:
    """Takes what is sent as journald would; a file instead of a datagram too."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        self._socket.bind(path)

    def lines(self) -> list[dict[str, str]]:
        """What came since."""
        found: list[dict[str, str]] = []
        while True:
            try:
                data, ancillary, _, _ = self._socket.recvmsg(1 << 20, socket.CMSG_SPACE(4))
            except BlockingIOError:
                return found
            found.append(parse(read_file(ancillary[0][2]) if ancillary else data))

    def close(self) -> None:
        self._socket.close()
        os.unlink(self.path)


def read_file(descriptor: bytes) -> bytes:
    (number,) = array.array("i", descriptor)
    with os.fdopen(number, "rb") as file:
        file.seek(0)
        return file.read()


def parse(data: bytes) -> dict[str, str]:
    """The fields of an entry in the form with lengths."""
    fields = {}
    while data:
        name, _, data = data.partition(b"\n")
        size = int.from_bytes(data[:8], "little")
        fields[name.decode()] = data[8 : 8 + size].decode()
        assert data[8 + size : 9 + size] == b"\n"
        data = data[9 + size :]
    return fields


HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


class Writer:
    """Another process that is writing to the database, until `release`."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", HOLD, places.database()], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "held\n"

    def release(self) -> None:
        if self._process.returncode is None:
            self._process.communicate("")


class RecordCase(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.patch(places, "STATE", str(self.root / "state"))
        self.patch(places, "RUN", str(self.root / "run"))
        self.patch(journal, "SOCKET", str(self.root / "journal"))
        self.journal = FakeJournal(journal.SOCKET)
        self.addCleanup(lambda: self.journal.close() if os.path.exists(self.journal.path) else None)

    def patch(self, where: Any, name: str, value: object) -> None:
        patcher = mock.patch.object(where, name, value)
        patcher.start()
        self.addCleanup(patcher.stop)

    def intend(self, watcher: Process | None = None) -> record.Change:
        return record.intend(INTENT, watcher or this_process())

    def state(self, change: record.Change) -> object:
        return self.row(change)["state"]

    def row(self, change: record.Change) -> dict[str, Any]:
        assert change.id is not None
        return db.changes(1, change.id + 1, change.id - 1)[0]

    def states(self) -> list[object]:
        """Those of all changes, the oldest first."""
        return [row["state"] for row in reversed(db.changes(-1, 1 << 62, 0))]

    def parked(self) -> list[str]:
        return sorted(str(path.relative_to(self.root / "run")) for path in (self.root / "run").glob("*/*.json"))
