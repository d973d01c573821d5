"""`zfsadmin copies` on a folder that looks like a mounted filesystem."""

from __future__ import annotations

import contextlib
import io
import json
import os
import tempfile
import unittest
from pathlib import Path
from typing import Any
from unittest import mock

from zfsadmin import copies
from zfsadmin.bounded import OverdueError
from zfsadmin.process import Process


class Copies(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.put("a b/file", "now", 300)

    def put(self, path: str, text: str, time: int) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        os.utime(file, (time, time))

    def snapshot(self, name: str, text: str, time: int) -> None:
        self.put(f".zfs/snapshot/{name}/a b/file", text, time)

    def answer(self, *arguments: str) -> tuple[int, str]:
        """Exit code and standard output."""
        with contextlib.redirect_stdout(io.StringIO()) as output, contextlib.redirect_stderr(io.StringIO()):
            return copies.run(list(arguments)), output.getvalue()

    def found(self, *snapshots: str) -> dict[str, Any]:
        code, output = self.answer(str(self.root), "a b/file", *snapshots)
        self.assertEqual(code, 0)
        answer: dict[str, Any] = json.loads(output)
        return answer

    def test_the_snapshots_that_hold_it_in_the_order_in_which_they_were_asked_for(self) -> None:
        self.snapshot("new", "12345", 200)
        self.snapshot("old", "123", 100)
        (self.root / ".zfs/snapshot/before").mkdir()
        self.assertEqual(
            self.found("new", "before", "old"),
            {
                "now": {"size": 3, "time": 300},
                "copies": [
                    {"snapshot": "new", "size": 5, "time": 200},
                    {"snapshot": "old", "size": 3, "time": 100},
                ],
                "unread": [],
            },
        )

    def test_a_file_where_the_folder_was_is_no_copy(self) -> None:
        self.put(".zfs/snapshot/odd/a b", "a file", 1)
        self.assertEqual(self.found("odd")["copies"], [])

    def test_a_damaged_file_has_no_facts_and_a_snapshot_that_cannot_be_read_says_why(self) -> None:
        self.snapshot("good", "1", 1)
        real = os.lstat

        def lstat(path: str) -> os.stat_result:
            if "good" in path:
                return real(path)
            raise OSError(5, "Input/output error")

        with mock.patch("os.lstat", lstat):
            found = copies.copies(str(self.root), "a b/file", ["bad", "good"])
        self.assertIsNone(found["now"])
        self.assertEqual([copy["snapshot"] for copy in found["copies"]], ["good"])
        self.assertEqual(found["unread"], [{"snapshot": "bad", "error": "Input/output error"}])

    def test_nothing_leads_out_of_the_filesystem(self) -> None:
        wrong: list[list[str]] = [
            ["relative", "file"],
            ["/tank", "/etc/shadow"],
            ["/tank", "../etc/shadow"],
            ["/tank", "a//b"],
            ["/tank", "file", "../../etc"],
            ["/tank", "file", ".."],
            ["/tank"],
            [],
        ]
        for arguments in wrong:
            self.assertEqual(self.answer(*arguments), (64, ""))

    def test_a_filesystem_that_does_not_answer_is_given_up(self) -> None:
        with mock.patch.object(copies, "bounded", side_effect=OverdueError(Process(1, 1), 30)):
            self.assertEqual(self.answer(str(self.root), "file"), (1, ""))


if __name__ == "__main__":
    unittest.main()
