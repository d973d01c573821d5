"""`zfsadmin execute`: the only way in which the page changes anything, and a good one for a shell, too.

    zfsadmin execute [--expect-length M] [--secret-length N] [--journal-only] [--origin WORD] [--protocol N]
                     -- zpool scrub tank

In this order: standard input is read (framing.py), to its end whatever comes of it, since Cockpit's bridge drops what
a program said that ended before its input was written; a page from before an upgrade of this program is refused, since
it means something else by what it says; the command is checked (arguments.py); the locks of its pools
are taken (lock.py); what the person saw is compared with what is there (expect.py). Nothing has happened until then,
and nothing will if this process ends. From then on the change is the supervisor's (supervisor.py), which this one
only watches: it prints its lines, or sentences on a terminal (telling.py), and ends with the exit code that belongs
to the last one.
"""

from __future__ import annotations

import json
import os
import re
import resource
import sys
from typing import NamedTuple

from zfsadmin import record
from zfsadmin.arguments import ArgumentsError, check_change, check_secret
from zfsadmin.ask import NoAnswerError
from zfsadmin.child import PATH
from zfsadmin.framing import Input, read_input
from zfsadmin.lock import Locks
from zfsadmin.pools import guids, imported
from zfsadmin.redact import Redactor
from zfsadmin.refused import RefusedError
from zfsadmin.supervisor import Job, supervise
from zfsadmin.telling import ENDED, LOST, Teller
from zfsadmin.version import PROTOCOL, VERSION

USAGE = (
    "zfsadmin execute: expected [--expect-length M] [--secret-length N] [--journal-only] [--origin WORD] "
    "[--protocol N] -- COMMAND"
)

LOOK = 10.0  # seconds to find out guids for the record
LONGEST_SECRET = 4096  # bytes; ZFS takes 512 characters, and a pipe holds that much at once
STDIN = 0


class UsageError(Exception):
    """The command line makes no sense."""


class UpdatedError(RefusedError):
    """Who asks was made for another version of this program."""

    reason = "updated"


class Options(NamedTuple):
    """What stands before the command; `protocol` is that of the page that asks, if it is one."""

    expect_length: int
    secret_length: int
    journal_only: bool
    origin: str
    protocol: int


def run(arguments: list[str]) -> int:
    """The verb; `telling.py` has the exit codes."""
    try:
        options, argv = read_options(arguments)
    except UsageError:
        print(USAGE, file=sys.stderr)
        return os.EX_USAGE
    if os.geteuid() != 0:
        print("zfsadmin execute: must be run as root", file=sys.stderr)
        return os.EX_NOPERM
    teller = Teller(to_person=sys.stdout.isatty())
    execute(options, argv, teller)
    assert teller.code is not None
    return teller.code


def execute(options: Options, argv: list[str], teller: Teller, path: str = PATH) -> None:
    """Makes the change, or says why not."""
    try:
        pipe = supervise(prepare(options, argv, teller, path), path)
    except RefusedError as error:
        teller.refuse(error.reason, str(error), **error.details)
    except BrokenPipeError:  # nobody reads any more whom it waits for
        raise
    except OSError as error:
        teller.refuse("unknown", f"it could not be begun: {error}")
    else:
        watch(pipe, teller)


def read_options(arguments: list[str]) -> tuple[Options, list[str]]:
    """The options, and the command behind the double dash. Raises UsageError."""
    expect_length, secret_length, journal_only, origin, protocol = 0, 0, False, "shell", PROTOCOL
    rest = list(arguments)
    while rest and (option := rest.pop(0)) != "--":
        if option == "--journal-only":
            journal_only = True
        elif option == "--expect-length":
            expect_length = number(rest)
        elif option == "--secret-length":
            secret_length = number(rest)
        elif option == "--protocol":
            protocol = number(rest)
        elif option == "--origin" and rest and re.fullmatch("[a-z][a-z0-9:._-]*", rest[0]):
            origin = rest.pop(0)
        else:
            raise UsageError
    if not rest or secret_length > LONGEST_SECRET:
        raise UsageError
    return Options(expect_length, secret_length, journal_only, origin, protocol), rest


def number(words: list[str]) -> int:
    """Takes a number off the words: at least one, and of nine digits at most. Raises UsageError."""
    if not words or not re.fullmatch("[1-9][0-9]{0,8}", words[0]):
        raise UsageError
    return int(words.pop(0))


def prepare(options: Options, argv: list[str], teller: Teller, path: str) -> Job:
    """Everything that comes before the change is made; it raises what `execute` catches, and has changed nothing."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a secret must not end up in a core dump
    announced = options.expect_length + options.secret_length
    given = read_input(STDIN, options.expect_length, options.secret_length) if announced else Input(b"", b"")
    if options.protocol != PROTOCOL:
        raise UpdatedError("zfsadmin was updated: reload the page", version=VERSION)
    command = check_change(argv)
    if options.journal_only and not command.may_go_unrecorded:
        raise ArgumentsError(f"{command.name} must be recorded in the database")
    if given.secret:
        check_secret(command, given.secret)
    pools = imported() if command.pools is None else command.pools
    locks = Locks()
    locks.take(pools, passes_stuck=command.frees_a_stuck_pool, on_wait=teller.wait_for)
    locks.sign(Redactor(argv).argv)
    if given.expect:
        from zfsadmin.expect import compare
        from zfsadmin.expect_form import read_expect

        compare(read_expect(given.expect), path)
    return Job(command, given.secret, known_guids(pools, path), options.origin, options.journal_only, locks)


def known_guids(pools: list[str], path: str) -> list[str]:
    """For the record, the guids of those of the pools that have one and tell it. A pool that is to be imported is given
    by its guid already; no name begins with a digit."""
    given = [pool for pool in pools if pool.isdecimal()]
    try:
        return sorted([*given, *guids(pools, LOOK, path).values()])
    except NoAnswerError:
        return given


def watch(pipe: int, teller: Teller) -> None:
    """Passes on what the supervisor tells, to its end. Whoever watches may go; the change goes on."""
    try:
        record.resolve_orphans()  # while the supervisor is at work already
        with os.fdopen(pipe, "rb") as lines:
            for line in lines:
                if line.endswith(b"\n"):  # or it was killed while it told
                    teller.tell(json.loads(line))
    except KeyboardInterrupt:
        print("The command goes on; zfsadmin audit list tells how it ends.", file=sys.stderr)
        teller.code = ENDED["unknown"]
    if teller.code is None:
        teller.tell(LOST)
