#!/usr/bin/python3 -IS
"""Stands in for zpool, zfs and zfsadmin: answers each command line with what the test's scenario says.

Called by the name of the program, from the folder `bin` of a test. Beside that folder lie `scenario.json` (command
line, quoted as for a shell, to an answer: see scenario.ts) and `calls.jsonl`, to which every call is appended. A
command line that the scenario does not know ends with exit code 97, and the test that caused it fails.
"""

import json
import os
import select
import shlex
import sys
import time

UNKNOWN = 97


def main() -> int:
    here = os.path.dirname(os.path.dirname(os.path.abspath(sys.argv[0])))
    argv = [os.path.basename(sys.argv[0]), *sys.argv[1:]]
    line = shlex.join(argv)
    answer = answer_to(here, line)
    call = {"argv": argv, "time": time.time(), "known": answer is not None}
    reads = answer is not None and (answer.get("reads", False) or argv[:2] == ["zfsadmin", "execute"])
    if reads:
        call["input"] = sys.stdin.buffer.read().hex()
    # one write with O_APPEND: calls at the same moment do not mix
    with open(os.path.join(here, "calls.jsonl"), "ab", buffering=0) as file:
        file.write(json.dumps(call).encode() + b"\n")
    if answer is None:
        print(f"the scenario has no answer to: {line}", file=sys.stderr)
        return UNKNOWN
    time.sleep(answer.get("delay", 0) / 1000)
    if "program" in answer:
        os.execv(answer["program"][0], [*answer["program"], *argv[1:]])
    sys.stdout.write(answer.get("stdout", ""))
    sys.stderr.write(answer.get("stderr", ""))
    if answer.get("stays", False):
        stay(here, line, answer, [] if reads else [0])
    return int(answer.get("exit", 0))


def answer_to(here: str, line: str) -> "dict | None":
    try:
        with open(os.path.join(here, "scenario.json"), encoding="utf-8") as file:
            answers = json.load(file)
    except FileNotFoundError:  # the test is over
        return None
    words = line.split(" ")
    beginnings = (" ".join([*words[:count], "*"]) for count in range(len(words), 0, -1))
    return next((answers[key] for key in (line, *beginnings) if key in answers), None)


def stay(here: str, line: str, answer: dict, inputs: "list[int]") -> None:
    """Runs until an input ends, or the scenario has no such call any more; writes what is added to its output."""
    written = len(answer.get("stdout", ""))
    while answer is not None and answer.get("stays", False):
        sys.stdout.flush()
        if select.select(inputs, [], [], 0.05)[0] and not os.read(0, 4096):
            return
        answer = answer_to(here, line)
        output = (answer or {}).get("stdout", "")
        sys.stdout.write(output[written:])
        written = len(output)


if __name__ == "__main__":
    sys.exit(main())
