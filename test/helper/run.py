"""Runs the tests of the helper: run.py [RESULTS]

Prints what failed, and writes {"passed": …, "failed": …} to the file RESULTS. Without it, the same is
`PYTHONPATH=helper python3 -m unittest discover -s test/helper`, which takes names of single tests as well.
"""

from __future__ import annotations

import json
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).parent


def main(arguments: list[str]) -> int:
    sys.path[:0] = [str(HERE.parent.parent / "helper")]
    result = unittest.TextTestRunner().run(unittest.defaultTestLoader.discover(str(HERE)))
    # a test that also fails to clean up is listed twice
    failed = len({case.id() for case, _ in [*result.failures, *result.errors]})
    if arguments:
        file = Path(arguments[0])
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"passed": max(0, result.testsRun - failed), "failed": failed}) + "\n")
    return 0 if result.wasSuccessful() and result.testsRun else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
