"""Who does it: the kernel's word, never an environment variable's."""

from __future__ import annotations

import os
import pwd
from typing import NamedTuple

from zfsadmin.bounded import BoundedError, bounded
from zfsadmin.host import read

LOGIN_UID = "/proc/self/loginuid"
UNSET = 4294967295  # no login: a service, or a container
PATIENCE = 3.0  # seconds; names may come from a directory that does not answer


class Actor(NamedTuple):
    """The person that logged in, who stays the same through sudo, and whose rights the program has."""

    person: str | None  # None without login, or when the name is not known
    loginuid: int | None  # None without login
    uid: int


def actor() -> Actor:
    """Who runs this program."""
    number = read(LOGIN_UID)
    loginuid = int(number) if number.isdecimal() and int(number) != UNSET else None
    return Actor(None if loginuid is None else _name(loginuid), loginuid, os.getuid())


def _name(uid: int) -> str | None:
    try:
        name: str = bounded(lambda: pwd.getpwuid(uid).pw_name, PATIENCE)
    except BoundedError:
        return None
    return name
