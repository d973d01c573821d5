"""Standard input of `zfsadmin execute`: so many bytes of expectations, then so many of a secret, then the end.

A passphrase that lost its end on the way would silently become the key, so nothing runs unless every byte came, and
none too many.
"""

from __future__ import annotations

import os
from typing import NamedTuple

from zfsadmin.refused import RefusedError

LONGEST_EXPECT = 64 << 20  # bytes


class FramingError(RefusedError):
    """Standard input did not hold what was announced."""

    reason = "framing"


class Input(NamedTuple):
    """The two parts; empty if not announced."""

    expect: bytes
    secret: bytes


def read_input(fd: int, expect_length: int, secret_length: int) -> Input:
    """Reads both parts, and the file to its end whatever comes. Raises FramingError, whose `got` does not count beyond
    one too many."""
    expected = expect_length + secret_length
    room = expected + 1 if expect_length <= LONGEST_EXPECT else 0
    data = bytearray()
    while piece := os.read(fd, 1 << 20):
        data += piece[: room - len(data)]
    if not room:
        raise FramingError("what is expected is too long", expected=LONGEST_EXPECT, got=expect_length)
    if len(data) != expected:
        problem = "short" if len(data) < expected else "long"
        raise FramingError(f"standard input was too {problem}", expected=expected, got=len(data))
    return Input(bytes(data[:expect_length]), bytes(data[expect_length:]))
