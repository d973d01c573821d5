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


class Question:
    """A command that only reads, on its way to an answer; something else can be done meanwhile."""

    def __init__(self, argv: list[str], path: str = PATH) -> None:
        self._name = " ".join(argv[:2])
        self._process: subprocess.Popen[bytes] | None = None
        self._failure = ""
        pipe = subprocess.PIPE
        surroundings = {**environment(path), "TZ": "UTC"}  # dates are printed without a zone
        try:
            self._process = subprocess.Popen(argv, stdin=pipe, stdout=pipe, stderr=pipe, env=surroundings)
        except OSError as error:
            self._failure = f"{self._name} cannot be started: {error.strerror}"

    def answer(self, seconds: float, secret: bytes = b"") -> Answer:
        """Waits for it, and gives the command `secret` as its standard input. Raises NoAnswerError; a command that
        takes too long is killed, but not waited for, since one that hangs in the kernel does not end."""
        process = self._process
        if process is None:
            raise NoAnswerError(self._failure)
        try:
            stdout, stderr = process.communicate(secret, timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            for stream in (process.stdin, process.stdout, process.stderr):
                if stream is not None:
                    stream.close()
            raise NoAnswerError(f"{self._name} did not answer within {seconds:g} s") from None
        return Answer(process.returncode, stdout.decode("utf-8", "replace"), stderr.decode("utf-8", "replace"))


def output_of(argv: list[str], seconds: float, path: str = PATH) -> str:
    """What a command prints that only reads and ends well. Raises NoAnswerError, with its own words."""
    answer = ask(argv, seconds, path)
    if answer.code != 0:
        raise NoAnswerError(answer.stderr.strip() or f"{' '.join(argv[:2])} ended with exit code {answer.code}")
    return answer.stdout


def ask(argv: list[str], seconds: float, path: str = PATH, secret: bytes = b"") -> Answer:
    """The answer of a command that only reads. Raises NoAnswerError."""
    return Question(argv, path).answer(seconds, secret)
