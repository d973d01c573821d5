"""Text in columns, for people."""

from __future__ import annotations

from collections.abc import Sequence


def aligned(rows: Sequence[tuple[str | None, ...]]) -> str:
    """A line a row, the cells below each other; what is not known is "-"."""
    lines = [tuple(printable(cell or "-") for cell in row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines)


def printable(text: str) -> str:
    """Names come from labels on disks, commands from anybody: nothing in them may move the cursor."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)
