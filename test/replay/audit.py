#!/usr/bin/python3 -IS
"""Stands in for `zfsadmin audit list` on a host with many recorded changes: audit.py COUNT POOL audit list --json …

Change number N is always the same, so that pages that are read one after the other fit together.
"""

import json
import sys

NOW = 1_795_353_000
COMMANDS = (
    ["zpool", "scrub", "tank"],
    ["zfs", "snapshot", "tank/home@2026-11-22"],
    ["zpool", "set", "comment=two words", "tank"],
    ["zfs", "destroy", "tank/old"],
)
PERSONS = (("anna", 1000), ("bert", 1001), (None, None))


def change(number: int, count: int, pool: str) -> dict:
    person, loginuid = PERSONS[number % len(PERSONS)]
    failed = number % 10 == 0
    time = NOW - 60 * (count - number)
    return {
        "id": number,
        "time": time,
        "person": person,
        "loginuid": loginuid,
        "uid": 0,
        "origin": "page" if number % 2 else "shell",
        "argv": COMMANDS[number % len(COMMANDS)],
        "pools": [pool],
        "state": "failed" if failed else "done",
        "exitStatus": 1 if failed else 0,
        "signal": None,
        "error": f"cannot do number {number}: dataset is busy\n" if failed else "",
        "duration": number * 7_919 % 1_000_003 * 1_000,
        "ended": time + 1,
    }


def main() -> None:
    count = int(sys.argv[1])
    options = dict(zip(sys.argv[6::2], sys.argv[7::2]))
    newest = min(count, int(options.get("--before", count + 1)) - 1)
    oldest = max(int(options.get("--since", 0)), newest - int(options["--limit"]))
    for number in range(newest, oldest, -1):
        print(json.dumps(change(number, count, sys.argv[2])))


if __name__ == "__main__":
    main()
