"""What this helper is, for people and for the page that talks to it."""

from __future__ import annotations

import json
import os
import sys

# The product's version. A test holds it against package.json.
VERSION = "0.1.0"

# Grows when the meaning of a verb's input or output changes. A page that speaks another number asks for a reload.
# src/backend/protocol.ts has the same, and a test holds one against the other.
PROTOCOL = 3

# The layout of the database that this program makes and knows; a test holds it against db.py.
SCHEMA = 1


# The whole output of `zfsadmin version` and the first line of `zfsadmin follow`.
IDENTITY = {"protocol": PROTOCOL, "version": VERSION, "schema": SCHEMA}


def installed_program() -> tuple[int, int] | None:
    """Tells this program from any that is installed in its place later; None when there is none any more."""
    try:
        found = os.stat(__file__)
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def run(arguments: list[str]) -> int:
    """`zfsadmin version`: one JSON object; takes no argument (exit code 64 for any)."""
    if arguments:
        print("zfsadmin version: takes no arguments", file=sys.stderr)
        return os.EX_USAGE
    print(json.dumps(IDENTITY, separators=(",", ":")))
    return 0
