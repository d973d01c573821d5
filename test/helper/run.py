"""Runs the helper's own tests: run.py FILE writes their counts to FILE as {"passed": N, "failed": N, "notRun": N}."""

from __future__ import annotations

import json
import pathlib
import signal
import sys
import unittest


def main(report: pathlib.Path) -> int:
    # a shell has its background jobs ignore it, and so would do what the tests start and interrupt
    signal.signal(signal.SIGINT, signal.default_int_handler)
    here = pathlib.Path(__file__).parent
    sys.path.insert(0, str(here.parent.parent / "helper"))
    tests = unittest.defaultTestLoader.discover(str(here))
    result = unittest.TextTestRunner(buffer=True).run(tests)
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    report.parent.mkdir(parents=True, exist_ok=True)
    skipped = len(result.skipped)
    counts = {"passed": result.testsRun - failed - skipped, "failed": failed, "notRun": skipped}
    report.write_text(json.dumps(counts))
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
