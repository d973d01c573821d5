"""What was done although zfs calls it a failure; the page is tested with the same cases."""

from __future__ import annotations

import json
import unittest

from fake_zfs import ROOT
from zfsadmin.shortfall import fell_short

CASES = json.loads((ROOT / "test/fixtures/zfs-outcome/shortfalls.json").read_text())


class Shortfall(unittest.TestCase):
    def test_is_told_from_a_failure(self) -> None:
        for case in CASES:
            name = " ".join(case["command"].split()[:2])
            self.assertEqual(fell_short(name, case["stderr"]), case["shortfall"] is not None, case)
