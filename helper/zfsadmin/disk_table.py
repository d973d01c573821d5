"""The disks as a table for people."""

from __future__ import annotations

from zfsadmin.blocks import Description, subtree
from zfsadmin.columns import aligned

TITLES = ("NAME", "SIZE", "TRANSPORT", "MODEL", "SERIAL", "SLOT", "HOLDS", "PATH")


def table(disks: list[Description]) -> str:
    """A line a disk under a line of titles; what is not known is "-"."""
    return aligned([TITLES, *(row(disk) for disk in disks)])


def row(disk: Description) -> tuple[str | None, ...]:
    """The cells of one disk."""
    parts = subtree(disk)
    held = [part["content"].get("type") or part["content"].get("table") for part in parts if "content" in part]
    holds = [disk.get("apart"), *held]
    return (
        disk["name"],
        human(disk["size"]),
        disk.get("transport"),
        disk.get("model"),
        disk.get("serial"),
        disk["slot"]["name"] if "slot" in disk else None,
        ", ".join(dict.fromkeys(word for word in holds if word)),
        (disk["byVdev"] + disk["byId"] + disk["byPath"] + [disk["path"]])[0],
    )


def human(size: int) -> str:
    """Bytes as zfs prints them: three digits and a binary unit."""
    amount, unit = float(size), 0
    while amount >= 1024:
        amount, unit = amount / 1024, unit + 1
    digits = 0 if unit == 0 or amount >= 100 else 1 if amount >= 10 else 2
    return f"{amount:.{digits}f}{'BKMGTPEZ'[unit]}"
