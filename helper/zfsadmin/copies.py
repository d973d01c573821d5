"""`zfsadmin copies MOUNTPOINT PATH SNAPSHOT...`: which snapshots of a filesystem hold a file, without reading it.

Output is {"now": FACTS or null, "copies": [FACTS with "snapshot"], "unread": [{"snapshot", "error"}]}, in the order in
which the snapshots were given; FACTS are {"size": bytes, "time": Unix seconds of the last change to its content}. A
snapshot that does not have the path is left out. Looking into a snapshot mounts it, which may hang with its pool: so
the child that looks is given up after a while, and the verb ends with 1.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from zfsadmin.bounded import BoundedError, bounded

LOOK = 30.0  # seconds for all of them

Facts = dict[str, Any]


def run(arguments: list[str]) -> int:
    """The verb. Ends with 64 for a place that is no place, and with 1 for one that does not answer."""
    mountpoint, path, *snapshots = [*arguments, "", ""][: max(len(arguments), 2)]
    if not mountpoint.startswith("/") or not is_below(path) or not all(is_name(name) for name in snapshots):
        print("zfsadmin copies: takes a mountpoint, a path below it, and names of snapshots", file=sys.stderr)
        return os.EX_USAGE
    try:
        found = bounded(lambda: copies(mountpoint, path, snapshots), LOOK)
    except BoundedError as error:
        print(f"zfsadmin copies: {error}", file=sys.stderr)
        return 1
    print(json.dumps(found, separators=(",", ":")))
    return 0


def is_below(path: str) -> bool:
    """Whether it is a path that stays below where it begins."""
    return path != "" and not path.startswith("/") and not {"", ".", ".."} & set(path.split("/"))


def is_name(name: str) -> bool:
    """Whether it is one name in a folder."""
    return is_below(name) and "/" not in name


def copies(mountpoint: str, path: str, snapshots: list[str]) -> dict[str, Any]:
    """The file as it is now, and in each of the snapshots."""
    found: list[Facts] = []
    unread: list[Facts] = []
    for name in snapshots:
        try:
            facts = facts_of(os.path.join(mountpoint, ".zfs", "snapshot", name, path))
        except OSError as error:
            unread.append({"snapshot": name, "error": error.strerror})
            continue
        if facts is not None:
            found.append({"snapshot": name, **facts})
    try:
        now = facts_of(os.path.join(mountpoint, path))
    except OSError:  # it is damaged
        now = None
    return {"now": now, "copies": found, "unread": unread}


def facts_of(path: str) -> Facts | None:
    """Size and time of what is there, a link not followed; None if there is nothing. Raises OSError."""
    try:
        status = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return {"size": status.st_size, "time": int(status.st_mtime)}
