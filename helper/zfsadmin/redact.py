"""Takes out of a command, and out of what it said, what must not be kept.

That is user and password in an address (keylocation=https://user:password@…), and the values of user properties whose
name says that they are private (org.example:private-note=…).
"""

from __future__ import annotations

import re

HIDDEN = "(hidden)"

USER_INFO = re.compile(r"(?<=://).*(?=@)", re.DOTALL)  # up to the last @: a password may hold one, or a slash
PRIVATE_VALUE = re.compile(r"(?<=:)(private[^=:]*=)(.+)", re.DOTALL)


class Redactor:
    """Knows what is to be hidden in one command."""

    def __init__(self, argv: list[str]) -> None:
        self.argv = [hide(word) for word in argv]
        found = [match[0] for word in argv for match in USER_INFO.finditer(word)]
        found += [match[2] for word in argv for match in PRIVATE_VALUE.finditer(word)]
        self._hidden = sorted((text for text in found if text), key=len, reverse=True)

    def text(self, said: str) -> str:
        """What the command said, without the same, wherever it stands in it."""
        for hidden in self._hidden:
            said = said.replace(hidden, HIDDEN)
        return "\n".join(USER_INFO.sub(HIDDEN, line) for line in said.split("\n"))


def hide(word: str) -> str:
    """One argument."""
    return PRIVATE_VALUE.sub(rf"\1{HIDDEN}", USER_INFO.sub(HIDDEN, word))
