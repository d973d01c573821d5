"""The commands that change something, as far as we know them: what each may be given.

A line is what zpool(8) and zfs(8) of 2.1 to 2.4 say under the subcommand's SYNOPSIS: options ("=": with a value), then
operands after the bar ("?": may be missing, "*": any number, "+": at least one). With -a there are no operands. An
option that one release lacks is refused by that release itself.

Left out on purpose: reads; `zfs program`, since nobody can see from its arguments what a script does; -R of destroy
and rollback and -F of receive, which destroy what nobody named; -n of reopen, so that -n means a dry run everywhere; -n
of import, which imports a pool that needs no rewind.
"""

from __future__ import annotations

from typing import NamedTuple

ZPOOL = """
add        -f -g -L -n -P -o= --allow-in-use --allow-replication-mismatch --allow-ashift-mismatch | POOL VDEV+
attach     -f -s -w -o= | POOL VDEV VDEV
checkpoint -d -w --discard --wait | POOL
clear      --power | POOL VDEV*
create     -d -f -n -m= -o= -O= -R= -t= | POOL VDEV+
ddtprune   -d= -p= | POOL
destroy    -f | POOL
detach     | POOL VDEV
export     -a -f | POOL+
import     -a -D -f -F -l -m -N -s -t -c= -d= -o= -R= --rewind-to-checkpoint | POOL POOL?
initialize -a -c -s -u -w --cancel --suspend --uninit --wait | POOL VDEV*
labelclear -f | VDEV
offline    -f -t --power | POOL VDEV+
online     -e --power | POOL VDEV+
prefetch   -t= | POOL
reguid     -g= | POOL
remove     -n -p -s -w | POOL VDEV*
reopen     | POOL*
replace    -f -s -w -o= | POOL VDEV VDEV?
resilver   | POOL+
scrub      -a -C -e -p -s -w -E= -S= | POOL+
set        | ASSIGNMENT POOL VDEV?
split      -g -l -L -n -P -o= -R= | POOL POOL VDEV*
sync       | POOL*
trim       -a -c -d -s -w -r= --cancel --rate= --secure --suspend --wait | POOL VDEV*
upgrade    -a -V= | POOL+
"""

ZFS = """
allow      -c -d -e -g -l -s -u | WORD WORD? DATASET
bookmark   | POINT BOOKMARK
change-key -i -l -o= | DATASET
clone      -p -u -o= | SNAPSHOT DATASET
create     -n -p -P -s -u -v -b= -o= -V= | DATASET
destroy    -d -f -n -p -r -v | DOOMED
hold       -r | WORD SNAPSHOT+
inherit    -r -S | WORD ENTRY+
load-key   -a -n -r -L= | DATASET
mount      -a -f -l -O -R -v -o= | DATASET
promote    | DATASET
receive    -A -c -d -e -h -M -n -s -u -v -o= -x= | ENTRY
redact     | SNAPSHOT WORD SNAPSHOT+
release    -r | WORD SNAPSHOT+
rename     -f -p -r -u | ENTRY ENTRY
rewrite    -P -r -v -x -l= -o= | WORD+
rollback   -f -r | SNAPSHOT
set        -u | ASSIGNMENT+ ENTRY+
share      -a -l | DATASET
snapshot   -r -o= | SNAPSHOT+
unallow    -c -d -e -g -l -r -s -u | WORD? WORD? DATASET
unload-key -a -r | DATASET
unmount    -a -f -u | DATASET
unshare    -a | DATASET
unzone     | WORD DATASET
upgrade    -a -r -V= | DATASET+
zone       | WORD DATASET
"""


class Place(NamedTuple):
    """Where operands stand: what they are, and how many there may be."""

    kind: str
    least: int
    most: float


class Subcommand(NamedTuple):
    """What a subcommand takes: options with the dashes, True for those with a value; and operands in their order."""

    options: dict[str, bool]
    places: list[Place]


COUNTS = {"?": (0, 1.0), "*": (0, float("inf")), "+": (1, float("inf"))}


def read_table(table: str) -> dict[str, Subcommand]:
    """The subcommands of one of the tables above, by name."""
    return {line.split()[0]: read_line(line) for line in table.strip().split("\n")}


def read_line(line: str) -> Subcommand:
    """The line of one subcommand."""
    options, _, operands = line.partition("|")
    return Subcommand(
        {word.rstrip("="): word.endswith("=") for word in options.split()[1:]},
        [Place(word.rstrip("?*+"), *COUNTS.get(word[-1], (1, 1.0))) for word in operands.split()],
    )
