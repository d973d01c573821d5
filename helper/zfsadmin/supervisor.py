"""The process that owns a change from its intent to its result, whatever happens to whoever asked for it.

It is forked by `zfsadmin execute`, which only reads what it tells, a JSON object a line, through a pipe: closing the
browser ends `execute`, not the change. It has a session and a scope of its own and ignores the signals that end what a
person leaves behind. Only SIGKILL ends it; the command then goes on, still holding the locks, and the next start of the
helper finds out that nobody knows how it ended.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
from typing import Any, NamedTuple

from zfsadmin import record
from zfsadmin.arguments import Command
from zfsadmin.ask import NoAnswerError, ask
from zfsadmin.changer import Changer, End, not_started
from zfsadmin.child import PATH
from zfsadmin.journal import send
from zfsadmin.lock import Locks
from zfsadmin.process import Process, keep_only, start_time, this_process
from zfsadmin.redact import Redactor
from zfsadmin.row import SECOND
from zfsadmin.scope import Leaving, NoScopeError
from zfsadmin.shortfall import fell_short

Line = dict[str, Any]

IGNORED = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGPIPE)
ERROR_LENGTH = 4096  # bytes of standard error that are recorded
PROOF_PATIENCE = 60.0  # seconds to try a new key, and twice those that the command took


class Job(NamedTuple):
    """A change that is about to be made."""

    command: Command
    secret: bytes
    pools: list[str]  # guids
    origin: str
    journal_only: bool
    locks: Locks


def supervise(job: Job, path: str = PATH) -> int:
    """Starts the supervisor; the result is a pipe with what it tells. The locks are the supervisor's from then on."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        try:
            detach([writing, *job.locks.files])
            Supervisor(job, writing, path).run()
        except Exception as error:
            send(f"The supervisor of a change failed: {error!r}", {})
        finally:
            os._exit(0)
    os.close(writing)
    job.locks.release()
    return reading


def detach(kept: list[int]) -> None:
    """Cuts all that ties this process, and what it starts, to whoever started it; but for some descriptors."""
    os.setsid()
    for number in IGNORED:
        signal.signal(number, signal.SIG_IGN)
    keep_only(kept)


def beginning(text: str, length: int) -> str:
    """As much of a text as fits into so many bytes of UTF-8, in whole letters."""
    return text.encode()[:length].decode("utf-8", "ignore")


class Supervisor:
    """Makes one change and tells about it through a pipe, as long as somebody reads that."""

    def __init__(self, job: Job, pipe: int, path: str) -> None:
        self._job = job
        self._pipe = pipe
        self._path = path
        self._redactor = Redactor(job.command.argv)

    def run(self) -> None:
        """Records the intent while it leaves the person's session, runs the command, records the result."""
        job, argv = self._job, self._redactor.argv
        intent = record.Intent(argv, job.pools, job.origin)
        leaving = Leaving(self._path)
        try:
            change = record.intend(intent, this_process(), journal_only=job.journal_only)
        except record.NewerError as error:
            self._tell({"kind": "refused", "reason": "newer", "message": str(error)})
            return
        except record.UnrecordedError as error:
            allowed = job.command.may_go_unrecorded
            self._tell({"kind": "refused", "reason": "unrecorded", "message": str(error), "journalOnly": allowed})
            return
        started: Line = {"kind": "started", "id": change.id}
        try:
            leaving.wait()
        except NoScopeError as error:
            send(f"The next change ends with the session that it was made in: {error}", {})
            started["inSession"] = True
        job.locks.sign(argv, change.id)
        if job.command.is_long:
            job.locks.release()
        try:
            changer = Changer(job.command.argv, job.secret, job.locks.files, self._path)
        except OSError as error:
            self._tell(started)
            self._end(change, not_started(job.command.argv, error))
            return
        record.started(change, Process(changer.pid, start_time(changer.pid)))
        self._tell(started)
        self._end(change, changer.run())

    def _end(self, change: record.Change, end: End) -> None:
        """Records the result, gives back the locks, and tells it."""
        state, said = self._judge(end)
        redacted = beginning(self._redactor.text(said), ERROR_LENGTH)
        recorded = record.ended(change, record.Outcome(state, end.exit_status, end.signal, redacted, end.duration))
        self._job.locks.release()
        line: Line = {"kind": "ended", "id": change.id, "state": state}
        line |= {"exitStatus": end.exit_status, "signal": end.signal, "stdout": end.stdout.text, "stderr": said}
        line |= {name: True for name, output in (("stdoutCut", end.stdout), ("stderrCut", end.stderr)) if output.cut}
        self._tell({**line, "duration": end.duration, "recorded": recorded})

    def _judge(self, end: End) -> tuple[str, str]:
        """The state, and what is said about it: nobody knows how far a command came that was killed."""
        if end.signal is not None:
            return "unknown", end.stderr.text
        if end.exit_status != 0 and not fell_short(self._job.command.name, end.stderr.text):
            return "failed", end.stderr.text
        state, doubt = self._try_key(PROOF_PATIENCE + 2 * end.duration / SECOND)
        return state, f"{end.stderr.text}{doubt}"

    def _try_key(self, patience: float) -> tuple[str, str]:
        """Tries the key on the dataset that was given it: the secret, or what ZFS finds where the key is kept. Gives
        the state of the change then, and what is wrong with the key. A passphrase that is hashed very often takes long
        to try, but not longer than the command took, which hashed it, too."""
        dataset = self._job.command.new_key
        if dataset is None:
            return "done", ""
        proof = ["zfs", "load-key", "-n", *(["-L", "prompt"] if self._job.secret else []), dataset]
        try:
            answer = ask(proof, patience, self._path, self._job.secret)
        except NoAnswerError as error:
            return "unknown", (
                f"The command ended well, but whether the key that was given opens {dataset} is not known: {error}\n"
                f"Store nothing in {dataset} before the key was tried.\n"
            )
        if answer.code == 0:
            return "done", ""
        return "failed", (
            f"The command ended well, but the key that was given does not open {dataset}: {answer.stderr.strip()}\n"
            f"{dataset} has a key that may be known to nobody. Store nothing in it; while its key is loaded, "
            "give it another one.\n"
        )

    def _tell(self, line: Line) -> None:
        data = json.dumps(line, separators=(",", ":")).encode("ascii") + b"\n"
        with contextlib.suppress(BrokenPipeError):  # nobody watches any more
            while data:
                data = data[os.write(self._pipe, data) :]
