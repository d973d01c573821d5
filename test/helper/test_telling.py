"""What `zfsadmin execute` says to a person."""

from __future__ import annotations

import io
import unittest
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

from zfsadmin.telling import LOST, Teller

DONE: dict[str, Any] = {
    **LOST,
    "id": 12,
    "state": "done",
    "exitStatus": 0,
    "stdout": "from it\n",
    "stderr": "note\n",
    "recorded": True,
}


class Person(unittest.TestCase):
    def said(self, line: dict[str, Any]) -> tuple[str, str, int | None]:
        """Standard output, standard error and exit code."""
        teller = Teller(to_person=True)
        with redirect_stdout(io.StringIO()) as stdout, redirect_stderr(io.StringIO()) as stderr:
            teller.tell(line)
        return stdout.getvalue(), stderr.getvalue(), teller.code

    def test_the_output_and_how_it_ended(self) -> None:
        self.assertEqual(self.said(DONE), ("from it\n", "note\nDone. Recorded as number 12.\n", 0))
        failed: dict[str, Any] = {
            **DONE,
            "state": "failed",
            "exitStatus": 1,
            "stdout": "",
            "stderr": "",
            "recorded": False,
        }
        later = "It is number 12 of the audit, where how it ended is not recorded yet."
        self.assertEqual(self.said(failed), ("", f"Failed, with exit code 1. {later}\n", 1))
        killed = {**failed, "state": "unknown", "exitStatus": None, "signal": "SIGKILL"}
        self.assertEqual(self.said(killed), ("", f"It is not known how this ended (SIGKILL). {later}\n", 2))
        alone = {**DONE, "id": None, "stderr": "", "recorded": False}
        journal = "Done. Recorded in the journal only: journalctl -t zfsadmin\n"
        self.assertEqual(self.said(alone), ("from it\n", journal, 0))
        _, lost, code = self.said(LOST)
        known = "It is not known how this ended. zfsadmin audit list tells what is known of it."
        self.assertEqual((lost.splitlines()[1:], code), ([known], 2))

    def test_what_was_refused(self) -> None:
        busy = {"kind": "refused", "reason": "busy", "message": "another change runs on this pool"}
        self.assertEqual(self.said(busy), ("", "Nothing was run: another change runs on this pool\n", 75))

    def test_what_changed(self) -> None:
        changes = [{"what": "pool", "name": "tank", "expected": "1", "found": None}, {"what": "moon", "phase": 3}]
        refused = {"kind": "refused", "reason": "changed", "message": "it changed", "changes": changes}
        lines = ["Nothing was run: it changed", "  The pool tank is not there any more."]
        unknown = '  {"what": "moon", "phase": 3}'
        self.assertEqual(self.said(refused), ("", "\n".join([*lines, unknown, ""]), 76))

    def test_that_it_may_end_with_the_session(self) -> None:
        started = {"kind": "started", "id": 12}
        self.assertEqual(self.said(started), ("", "", None))
        self.assertIn("logging out may end it", self.said({**started, "inSession": True})[1])

    def test_whom_it_waits_for(self) -> None:
        waiting = {"kind": "waiting", "holder": {"argv": ["zpool", "scrub", "my pool"]}}
        self.assertEqual(self.said(waiting), ("", "Waiting for another change: zpool scrub 'my pool'\n", None))
        noted: dict[str, Any] = {**waiting, "holder": {"argv": ["zfs", "set", "x:y=\x1b[2J", "tank"]}}
        self.assertEqual(self.said(noted)[1], "Waiting for another change: zfs set 'x:y=?[2J' tank\n")
        begun: dict[str, Any] = {**waiting, "holder": {"argv": []}}  # it has not signed yet
        self.assertEqual(self.said(begun), ("", "Waiting for another change\n", None))
