"""Checks a command before it is run: a known program, a subcommand that changes something, options and operands as the
tables in `subcommands.py` say.

This catches mistakes of our own, above all a word that zpool would take for something else. It is no boundary: who may
run zfsadmin may run zfs. Getopt takes options between and behind operands too, so a word with a dash is refused there.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from zfsadmin.refused import RefusedError
from zfsadmin.subcommands import ZFS, ZPOOL, Place, Subcommand, read_table

TABLES = {"zpool": ZPOOL, "zfs": ZFS}

LETTER = "[A-Za-z0-9_.: -]"
NAME = f"{LETTER}+"  # of one step in a path, of a snapshot, of a bookmark
POOL = f"[A-Za-z0-9]{LETTER}*"
DATASET = f"{POOL}(?:/{NAME})*"


def lies_in(name: str, above: list[str]) -> bool:
    """Whether a dataset, or a snapshot, is one of those above or lies in one."""
    return any(f"{name}/".startswith((f"{one}/", f"{one}@")) for one in above)


# What an operand looks like, and how to call it. POOL may be the number of a pool to import.
KINDS = {
    "POOL": (POOL, "the name of a pool"),
    "VDEV": (r".+", "a device"),
    "DATASET": (DATASET, "the name of a dataset"),
    "SNAPSHOT": (f"{DATASET}@{NAME}", "the name of a snapshot"),
    "BOOKMARK": (f"{DATASET}#{NAME}", "the name of a bookmark"),
    "POINT": (f"{DATASET}[@#]{NAME}", "the name of a snapshot or bookmark"),
    "ENTRY": (f"{DATASET}(?:@{NAME})?", "the name of a dataset or snapshot"),
    "DOOMED": (f"{DATASET}(?:#{NAME}|@[A-Za-z0-9_.: ,%-]+)?", "the name of a dataset, of snapshots or of a bookmark"),
    "ASSIGNMENT": (r"[A-Za-z0-9][^=]*=(?s:.*)", "a property with its value"),
    "WORD": (r".+", "a word"),
}
NAMES_A_POOL = {"POOL", "DATASET", "SNAPSHOT", "BOOKMARK", "POINT", "ENTRY", "DOOMED"}

CACHE_FILES = {"", "none", "/etc/zfs/zpool.cache"}  # any other is a file that zpool would write as root

# What a person noted on a dataset may go over several lines; no other argument does.
NOTE = re.compile(r"[a-z0-9][a-z0-9_.-]*:[a-z0-9_.:-]*=.*", re.DOTALL)

# These do not use getopt, and refuse -- or take it for an operand; zfs set does so in 2.1 only. A test tries it on
# the ZFS that runs (test/e2e/coverage.spec.ts).
NO_DOUBLE_DASH = {"zpool set", "zfs set", "zfs promote", "zfs redact", "zfs unzone", "zfs zone"}

MAKES_A_KEY = {"zpool create", "zfs create", "zfs change-key"}
LOADS_BY_THE_WAY = {"zpool import", "zfs mount", "zfs share"}  # with -l
READS_A_KEY = MAKES_A_KEY | LOADS_BY_THE_WAY | {"zfs load-key"}


class ArgumentsError(RefusedError):
    """The command is not one that zfsadmin runs; the message says which word and why."""

    reason = "arguments"


class Command(NamedTuple):
    """A command that passed the check. Options as (name with dashes, value); operands as (kind, word)."""

    argv: list[str]
    name: str
    options: list[tuple[str, str]]
    operands: list[tuple[str, str]]

    def has(self, *options: str) -> bool:
        """Whether one of the options is given."""
        return any(name in options for name, _ in self.options)

    @property
    def pools(self) -> list[str] | None:
        """The names of the pools that it changes, sorted; None for all of them."""
        if self.has("-a"):
            return None
        named = {re.split("[/@#]", word)[0] for kind, word in self.operands if kind in NAMES_A_POOL}
        return sorted(named | set(self._names_until_export))

    @property
    def _names_until_export(self) -> list[str]:
        """The names, of which the last one counts, that a new pool has here until it is exported."""
        return [value for option, value in self.options if option == "-t" and self.name == "zpool create"]

    @property
    def is_long(self) -> bool:
        """Whether it may run for hours, which nothing else should wait for."""
        return self.name in ("zfs receive", "zfs rewrite") or self.has("-w", "--wait")

    @property
    def frees_a_stuck_pool(self) -> bool:
        """Whether it is a way out when a pool hangs, so that it must not wait for what hangs."""
        return self.name in ("zpool clear", "zpool online") or (self.name == "zpool scrub" and self.has("-s"))

    @property
    def may_go_unrecorded(self) -> bool:
        """Whether the journal alone is enough when the database cannot be written: the ways out of such a state."""
        destroys_snapshots = self.name == "zfs destroy" and all("@" in word for _, word in self.operands)
        return self.frees_a_stuck_pool or destroys_snapshots

    @property
    def new_key(self) -> str | None:
        """The dataset that gets a key of its own; a new pool may have another name until it is exported (-t)."""
        if self.name not in MAKES_A_KEY or not self.setting("keyformat"):
            return None
        return [self.operands[0][1], *self._names_until_export][-1]

    def setting(self, name: str) -> str | None:
        """What a property is set to by -o or -O; the last one counts."""
        values = [value for option, value in self.options if option in ("-o", "-O")]
        found = [value.partition("=")[2] for value in values if value.startswith(f"{name}=")]
        return found[-1] if found else None


def check_change(argv: list[str]) -> Command:
    """The command, if it may be run; raises ArgumentsError."""
    command = check(argv)
    if command.has("-n") and command.name != "zfs load-key":  # which takes a secret, that nothing else hands over
        raise ArgumentsError(f"{command.name} -n changes nothing; run it without zfsadmin")
    return command


def check_dry_run(argv: list[str]) -> Command:
    """The command, if it may be run and changes nothing; raises ArgumentsError."""
    command = check(argv)
    if not command.has("-n"):
        raise ArgumentsError(f"{command.name} without -n is no dry run")
    return command


def check_secret(command: Command, secret: bytes) -> None:
    """Refuses a secret that the command would not read, or not to its end. ZFS takes a new passphrase up to the first
    line end or zero byte, and says nothing of the rest (tried: it does); only a raw key may hold these."""
    if command.name not in READS_A_KEY or (command.name in LOADS_BY_THE_WAY and not command.has("-l")):
        raise ArgumentsError(f"{command.name} reads no secret")
    if command.name == "zfs load-key" and command.has("-a", "-r"):
        raise ArgumentsError(f"{command.name} would read several keys where one is given")
    places = [value for option, value in command.options if option == "-L"]
    if places and places[-1] != "prompt":
        raise ArgumentsError(f"{command.name} would read the key from {places[-1]!r}")
    if command.name in MAKES_A_KEY:
        check_new_key(command, secret)


def check_new_key(command: Command, secret: bytes) -> None:
    """Refuses a key that would not become that of the dataset."""
    if command.has("-i"):
        raise ArgumentsError(f"{command.name} -i reads no secret")
    if command.setting("keyformat") is None:
        raise ArgumentsError(f"{command.name} with a secret must name its keyformat")
    place = command.setting("keylocation")
    if place is None and command.name == "zfs change-key":  # the old one would stay
        raise ArgumentsError(f"{command.name} with a secret must name its keylocation")
    if place not in (None, "prompt"):
        raise ArgumentsError(f"{command.name} would read the key from {place!r}")
    cut = {b"\n", b"\0"} & {bytes([byte]) for byte in secret.removesuffix(b"\n")}
    if cut and command.setting("keyformat") != "raw":
        raise ArgumentsError("the secret holds a line end or a zero byte, where ZFS would cut it off")


def check(argv: list[str]) -> Command:
    """The command, if it is one of the tables'; raises ArgumentsError."""
    check_text(argv)
    if len(argv) < 2:
        raise ArgumentsError("a command is a program and a subcommand")
    program, subcommand, *words = argv
    if program not in TABLES:
        raise ArgumentsError(f"{program!r} is not zpool or zfs")
    name = f"{program} {subcommand}"
    found = table(program).get(subcommand)
    if found is None:
        raise ArgumentsError(f"{name!r} is no command that changes something in a known way")
    options, rest = read_options(name, found, words)
    places = [] if any(option == "-a" for option, _ in options) else found.places
    command = Command(argv, name, options, read_operands(name, places, rest))
    check_cache_file(command)
    return command


@cache
def table(program: str) -> dict[str, Subcommand]:
    """The subcommands of a program."""
    return read_table(TABLES[program])


def check_text(argv: list[str]) -> None:
    """Refuses what no argument of zpool or zfs can hold."""
    notes = argv[2:] if argv[:2] == ["zfs", "set"] else []
    for word in argv:
        if "\0" in word or ("\n" in word and not (word in notes and NOTE.fullmatch(word))):
            raise ArgumentsError(f"{word!r} holds a line end or a zero byte")
        try:
            word.encode()
        except UnicodeEncodeError:
            raise ArgumentsError(f"{word!r} is not UTF-8") from None


def read_options(name: str, found: Subcommand, words: list[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """The options that stand before the operands, and the operands."""
    options: list[tuple[str, str]] = []
    rest = list(words)
    while rest and rest[0].startswith("-"):
        word = rest.pop(0)
        if word == "--":
            if name in NO_DOUBLE_DASH:
                raise ArgumentsError(f"{name} does not take --")
            return options, rest
        for option, value in split_option(found, word):
            if option not in found.options:
                raise ArgumentsError(f"{name} is not run with {option!r}")
            takes_value = found.options[option]
            if value is not None and not takes_value:
                raise ArgumentsError(f"{option!r} of {name} takes no value")
            if takes_value and value is None and not rest:
                raise ArgumentsError(f"{option!r} of {name} needs a value")
            options.append((option, value if value is not None else rest.pop(0) if takes_value else ""))
    for word in rest:
        if word.startswith("-"):
            raise ArgumentsError(f"{word!r} behind an operand would be read as an option")
    return options, rest


def split_option(found: Subcommand, word: str) -> list[tuple[str, str | None]]:
    """The options in one word: --rate=5 and -o5 are one with a value, -rv are two; None where no value is attached."""
    if word.startswith("--"):
        option, equals, value = word.partition("=")
        return [(option, value if equals else None)]
    split: list[tuple[str, str | None]] = []
    for place, letter in enumerate(word[1:], 2):
        if found.options.get(f"-{letter}"):
            return [*split, (f"-{letter}", word[place:] or None)]
        split.append((f"-{letter}", None))
    return split or [(word, None)]


def read_operands(name: str, places: list[Place], words: list[str]) -> list[tuple[str, str]]:
    """Each operand with its kind: a place that may repeat takes all that look like it and are not needed behind it."""
    operands: list[tuple[str, str]] = []
    rest = list(words)
    for index, place in enumerate(places):
        needed = sum(later.least for later in places[index + 1 :])
        taken = 0
        while taken < place.most and len(rest) > (needed if taken >= place.least else 0):
            pattern, description = KINDS[place.kind]
            if not re.fullmatch(pattern, rest[0]):
                if taken >= place.least:
                    break
                raise ArgumentsError(f"{rest[0]!r} is not {description}")
            operands.append((place.kind, rest.pop(0)))
            taken += 1
        if taken < place.least:
            raise ArgumentsError(f"{name} lacks {KINDS[place.kind][1]}")
    if rest:
        raise ArgumentsError(f"{rest[0]!r} is too much for {name}")
    return operands


def check_cache_file(command: Command) -> None:
    """Refuses to name a file that zpool would write."""
    words = [value for _, value in command.options] + [word for _, word in command.operands]
    for word in words:
        name, equals, value = word.partition("=")
        if command.name.startswith("zpool ") and name == "cachefile" and equals and value not in CACHE_FILES:
            raise ArgumentsError(f"{word!r} would have zpool write to that file")
