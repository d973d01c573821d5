"""One structured line in systemd's journal for each row of the audit.

The journal is a second witness, kept by another program: `zfsadmin audit verify` compares the two. It is also what is
left when the database cannot be written. Protocol: https://systemd.io/JOURNAL_NATIVE_PROTOCOL/
"""

from __future__ import annotations

import array
import errno
import fcntl
import os
import socket

SOCKET = "/run/systemd/journal/socket"
IDENTIFIER = "zfsadmin"
NOTICE = "5"
CRITICAL = "2"  # journald.conf(5): on its disk at once; lines of lesser weight may take minutes
PATIENCE = 2.0  # seconds that a busy journal may let us wait


def send(message: str, fields: dict[str, str], priority: str = NOTICE) -> bool:
    """Writes one line: `message` for people, `fields` (names in capitals) for programs. False when there is no journal
    or it does not take it."""
    everything = {"MESSAGE": message, "PRIORITY": priority, "SYSLOG_IDENTIFIER": IDENTIFIER, **fields}
    data = b"".join(_field(name, value) for name, value in everything.items())
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as connection:
        connection.settimeout(PATIENCE)
        try:
            connection.connect(SOCKET)
            _send(connection, data)
        except OSError:
            return False
    return True


def _field(name: str, value: str) -> bytes:
    """The form with a length, in which a value may hold anything."""
    data = value.encode("utf-8", "backslashreplace")
    return name.encode("ascii") + b"\n" + len(data).to_bytes(8, "little") + data + b"\n"


def _send(connection: socket.socket, data: bytes) -> None:
    try:
        connection.send(data)
    except OSError as error:
        if error.errno not in (errno.EMSGSIZE, errno.ENOBUFS):
            raise
        _send_large(connection, data)


def _send_large(connection: socket.socket, data: bytes) -> None:
    """What a datagram cannot hold goes as a file in memory, sealed so that nobody can change it any more."""
    with os.fdopen(os.memfd_create(IDENTIFIER, os.MFD_ALLOW_SEALING | os.MFD_CLOEXEC), "wb") as file:
        file.write(data)
        file.flush()
        seals = fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_WRITE | fcntl.F_SEAL_SEAL
        fcntl.fcntl(file.fileno(), fcntl.F_ADD_SEALS, seals)
        descriptors = array.array("i", [file.fileno()])
        connection.sendmsg([], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, descriptors)])
