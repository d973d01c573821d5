"""The process of zpool or zfs that makes a change.

It is made before it is recorded that it runs, and waits at a gate until it is: so there is no moment in which it runs
and nobody could find it. It hears no signal but SIGKILL: half a change is worse than one that nobody waits for, and for
the same reason it does not end when its output is read no more.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import time
from typing import NamedTuple

from zfsadmin.child import PATH, environment

KEPT = 64 << 10  # bytes of each output
CANNOT_START = 127  # exit code, as in a shell


class Output(NamedTuple):
    """The beginning of what came through a pipe, and whether there was more."""

    data: bytes
    cut: bool

    @property
    def text(self) -> str:
        """With what is no UTF-8 replaced."""
        return self.data.decode("utf-8", "replace")


class End(NamedTuple):
    """How the process ended: exit code, or the signal's name; ns since the gate was opened."""

    exit_status: int | None
    signal: str | None
    stdout: Output
    stderr: Output
    duration: int


def not_started(argv: list[str], error: OSError) -> End:
    """The end of a command that could not be started."""
    said = f"{argv[0]} cannot be started: {error.strerror}\n"
    return End(CANNOT_START, None, Output(b"", cut=False), Output(said.encode(), cut=False), 0)


class Changer:
    """One run of a command with a secret, or nothing, on its standard input. `kept` are descriptors that stay open in
    it. The signals that it must not hear are those that its maker ignores."""

    def __init__(self, argv: list[str], secret: bytes, kept: list[int], path: str = PATH) -> None:
        self._wake, wake = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
        signal.set_wakeup_fd(wake)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        gate, self._gate = os.pipe()
        self._stdout, stdout = os.pipe()
        self._stderr, stderr = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._gate)
            become(argv, [standard_input(secret), stdout, stderr], kept, gate, path)
        for end in (gate, stdout, stderr):
            os.close(end)

    def run(self) -> End:
        """Opens the gate and waits for the end of the process: of this one, not of all that hold its output."""
        begun = time.monotonic_ns()
        with contextlib.suppress(BrokenPipeError):  # it was killed at the gate, which is an end as well
            os.write(self._gate, b"!")
        os.close(self._gate)
        outputs = {self._stdout: bytearray(), self._stderr: bytearray()}
        status = self._collect(outputs)
        exit_status = os.WEXITSTATUS(status) if os.WIFEXITED(status) else None
        killed_by = signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else None
        stdout, stderr = (Output(bytes(data[:KEPT]), len(data) > KEPT) for data in outputs.values())
        return End(exit_status, killed_by, stdout, stderr, time.monotonic_ns() - begun)

    def _collect(self, outputs: dict[int, bytearray]) -> int:
        """Reads both outputs until the process ends; gives its status."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._wake, selectors.EVENT_READ)
            for fd in outputs:
                os.set_blocking(fd, False)
                selector.register(fd, selectors.EVENT_READ)
            while True:
                ready = [key.fd for key, _ in selector.select()]
                drain(self._wake, bytearray())  # or the end of any other child would wake it for ever
                ended, status = os.waitpid(self.pid, os.WNOHANG)
                for fd, data in outputs.items():
                    if not drain(fd, data) and fd in ready:
                        selector.unregister(fd)
                if ended:
                    return status


def drain(fd: int, data: bytearray) -> bool:
    """Takes what the pipe holds, and keeps what there is room for; False at the end of the pipe."""
    try:
        while piece := os.read(fd, 65536):
            data += piece[: KEPT + 1 - len(data)]
    except BlockingIOError:
        return True
    return False


def standard_input(secret: bytes) -> int:
    """A descriptor to read the secret from; without one there is nothing to read."""
    if not secret:
        return os.open(os.devnull, os.O_RDONLY)
    reading, writing = os.pipe()
    os.write(writing, secret)  # which fits into the pipe: execute takes no longer one
    os.close(writing)
    return reading


def become(argv: list[str], standard: list[int], kept: list[int], gate: int, path: str) -> None:
    """Turns this process into the command, once the gate is opened; if its keeper is gone before, nothing runs."""
    try:
        for number, fd in enumerate(standard):
            os.dup2(fd, number)
        for fd in kept:
            os.set_inheritable(fd, True)
        if os.read(gate, 1):
            os.chdir("/")
            os.execvpe(argv[0], argv, environment(path))
    except OSError as error:
        os.write(2, f"{argv[0]} cannot be started: {error.strerror}\n".encode())
    finally:
        os._exit(CANNOT_START)
