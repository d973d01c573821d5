"""Asking zpool and zfs something, for no longer than a given time."""

from __future__ import annotations

import subprocess
from typing import NamedTuple

from zfsadmin.child import PATH, environment


class NoAnswerError(Exception):
    """There is no answer, or none in time; str() says so."""


class Answer(NamedTuple):
    """What a command said, and its exit code (negative: the signal that ended it)."""

    code: int
    stdout: str
    stderr: str


def ask(argv: list[str], seconds: float, path: str = PATH, secret: bytes = b"") -> Answer:
    """Runs a command that only reads, with `secret` as its standard input. Raises NoAnswerError; a command that takes
    too long is killed, but not waited for, since one that hangs in the kernel does not end."""
    name = " ".join(argv[:2])
    pipe = subprocess.PIPE
    try:
        process = subprocess.Popen(argv, stdin=pipe, stdout=pipe, stderr=pipe, env=environment(path))
        stdout, stderr = process.communicate(secret, timeout=seconds)
    except OSError as error:
        raise NoAnswerError(f"{name} cannot be started: {error.strerror}") from None
    except subprocess.TimeoutExpired:
        process.kill()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None:
                stream.close()
        raise NoAnswerError(f"{name} did not answer within {seconds:g} s") from None
    return Answer(process.returncode, stdout.decode("utf-8", "replace"), stderr.decode("utf-8", "replace"))
