"""The imported pools, as the kernel lists them: no command is asked that may hang with a pool, if it can be helped."""

from __future__ import annotations

import os

from zfsadmin.ask import ask
from zfsadmin.child import PATH
from zfsadmin.host import names, read

KSTAT = "/proc/spl/kstat/zfs"  # has a folder for each imported pool


def imported() -> list[str]:
    """The names of all imported pools."""
    return [name for name in names(KSTAT) if os.path.isdir(os.path.join(KSTAT, name))]


def guids(pools: list[str], seconds: float, path: str = PATH) -> dict[str, str]:
    """The guids of those of the pools that are imported: from the kernel, which tells them since 2.3, else from zpool.
    Raises NoAnswerError."""
    there = set(imported())
    known = {pool: read(KSTAT, pool, "guid") for pool in pools if pool in there}
    unknown = [pool for pool, guid in known.items() if not guid]
    if unknown:
        answer = ask(["zpool", "list", "-Hpo", "name,guid", *unknown], seconds, path)
        listed = dict(line.split("\t") for line in answer.stdout.splitlines())
        known = {**{pool: guid for pool, guid in known.items() if guid}, **listed}
    return known
