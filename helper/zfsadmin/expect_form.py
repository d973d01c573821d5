"""What a person saw when deciding, as the page sends it to be compared (expect.py): FORMS.

All parts may be missing. One of `datasets` is also a snapshot or a bookmark. `contents` are all filesystems and volumes
from the one named `of` downwards, and all snapshots of them if these are told, of which there may be a hundred
thousand; none may have come or gone. A vdev is a top-level one with the devices in it: none may have come or gone
there, or be in another state; names are only to tell of them. The signatures of a disk are what udev found on it and on
each of its parts, in the order of `zfsadmin disks`: the type of the content, else that of the partition table, else
null. Properties are those of datasets, as `zfs get -Hp` prints them; null where nothing is set. A checkpoint, of which
a pool has one at most, is known by the time when it was taken, in Unix seconds.
"""

from __future__ import annotations

import json
import re
from typing import Any

from zfsadmin.arguments import DATASET, NAME, POOL, ArgumentsError, check_dry_run, lies_in

Expected = dict[str, Any]
Difference = dict[str, Any]  # "what" it is about, "expected" and "found", or what was "added" and "removed"


def named(pattern: str) -> dict[str, Any]:
    """The form of something that has a name and a guid."""
    return {"name": re.compile(pattern), "guid": str}


# A list has any number of what stands in it, an object exactly these fields; one form of a tuple is enough.
POOL_NAME, DATASET_NAME = re.compile(POOL), re.compile(DATASET)
PROPERTY = re.compile(r"(?!all\Z)[a-z0-9][a-z0-9_.:-]*")  # one that has a name of its own
DEVICES = [{"guid": str, "name": str, "state": str}]
OPTIONAL_TEXT = (str, type(None))
CONTENTS: dict[str, Any] = {"of": DATASET_NAME, "datasets": [named(DATASET)]}
FORMS: dict[str, Any] = {
    "pools": [named(POOL)],
    "datasets": [named(f"{DATASET}(?:[@#]{NAME})?")],
    "contents": (CONTENTS, {**CONTENTS, "snapshots": [named(f"{DATASET}@{NAME}")]}),
    "vdevs": [{"pool": POOL_NAME, "name": str, "guid": str, "devices": DEVICES}],
    "disks": [{"path": str, "serial": OPTIONAL_TEXT, "size": int, "signatures": [OPTIONAL_TEXT]}],
    "dryRun": {"argv": [str], "lines": [str]},
    "properties": [{"name": DATASET_NAME, "property": PROPERTY, "value": OPTIONAL_TEXT}],
    "checkpoints": [{"pool": POOL_NAME, "time": int}],
}


def read_expect(data: bytes) -> Expected:
    """The expectations in a text. Raises ArgumentsError for what cannot be compared: something that
    is expected, but not looked at, would be worse than nothing."""
    try:
        expected: Expected = json.loads(data)
    except ValueError as error:
        raise ArgumentsError(f"the expectations are not JSON: {error}") from None
    if not is_expected(expected):
        raise ArgumentsError("the expectations have an unknown form")
    if "dryRun" in expected:
        check_dry_run(expected["dryRun"]["argv"])
    return expected


def is_expected(value: object) -> bool:
    """Whether it is in parts that have their forms; a disk has a signature of its own at least, and contents lie in
    the dataset whose they are."""
    if not isinstance(value, dict) or not value.keys() <= FORMS.keys():
        return False
    if not all(has_form(part, FORMS[name]) for name, part in value.items()):
        return False
    contents = value.get("contents", {"of": "", "datasets": []})
    inside = [*contents["datasets"], *contents.get("snapshots", [])]
    return all(disk["signatures"] for disk in value.get("disks", [])) and all(
        lies_in(entry["name"], [contents["of"]]) for entry in inside
    )


def has_form(value: object, form: Any) -> bool:
    """Whether it has a form as FORMS has them."""
    if isinstance(form, tuple):
        return any(has_form(value, one) for one in form)
    if isinstance(form, list):
        return isinstance(value, list) and all(has_form(one, form[0]) for one in value)
    if isinstance(form, dict):
        return (
            isinstance(value, dict)
            and value.keys() == form.keys()
            and all(has_form(value[name], field) for name, field in form.items())
        )
    if isinstance(form, re.Pattern):
        return isinstance(value, str) and form.fullmatch(value) is not None
    return isinstance(value, form)
