"""The command itself, started as people and the page start it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import unittest
from pathlib import Path
from unittest import mock

from zfsadmin.__main__ import VERBS, main
from zfsadmin.version import PROTOCOL, SCHEMA

ROOT = Path(__file__).parent.parent.parent
COMMAND = str(ROOT / "helper" / "bin" / "zfsadmin")


def zfsadmin(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COMMAND, *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False
    )


class Command(unittest.TestCase):
    def test_version_is_the_products(self) -> None:
        product = json.loads((ROOT / "package.json").read_text())["version"]
        identity = f'{{"protocol":{PROTOCOL},"version":"{product}","schema":{SCHEMA}}}\n'
        self.assertEqual(zfsadmin("version").stdout, identity)

    def test_help_and_man_page_name_every_verb(self) -> None:
        man = (ROOT / "helper" / "zfsadmin.8").read_text()
        shown = zfsadmin("--help")
        self.assertEqual(shown.returncode, 0)
        for verb in VERBS:
            self.assertIn(f"  {verb} ", shown.stdout)
            self.assertIn(f".It Cm {verb}", man)

    def test_both_warn_of_granting_it_and_say_why(self) -> None:
        man = (ROOT / "helper" / "zfsadmin.8").read_text()
        security = man.partition(".Sh SECURITY CONSIDERATIONS\n")[2].partition("\n.Sh ")[0]
        for words in ("must never be granted", ".Xr sudoers 5", ".Xr polkit 8", ".Ql zpool set cachefile="):
            self.assertIn(words, security)
        self.assertIn("Never grant it in sudoers or polkit", zfsadmin("--help").stdout)

    @unittest.skipUnless(shutil.which("groff"), "there is no groff")
    def test_man_page_is_set_without_a_warning(self) -> None:
        page = str(ROOT / "helper" / "zfsadmin.8")
        shown = subprocess.run(
            ["groff", "-mdoc", "-Tutf8", "-ww", "-P-cbou", page], capture_output=True, text=True, check=True
        )
        self.assertEqual(shown.stderr, "")
        self.assertIn("org.example:private-note=", shown.stdout)  # what is not recorded

    def test_what_it_does_not_know_is_refused(self) -> None:
        self.assert_refused()
        self.assert_refused("nonsense")
        for verb in VERBS:
            self.assert_refused(verb, "--nonsense")

    def assert_refused(self, *arguments: str) -> None:
        refused = zfsadmin(*arguments)
        self.assertEqual((refused.returncode, refused.stdout), (64, ""))
        self.assertIn("zfsadmin", refused.stderr)

    def test_whoever_interrupts_it_gets_no_traceback(self) -> None:
        with mock.patch("zfsadmin.__main__.import_module") as module:
            module.return_value.run.side_effect = KeyboardInterrupt
            self.assertEqual(main(["audit", "list"]), 130)

    def test_a_reader_that_leaves_early_gets_no_traceback(self) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "w") as nobody:
            process = subprocess.run([COMMAND, "disks"], stdout=nobody, stderr=subprocess.PIPE, timeout=60, check=False)
        self.assertEqual((process.returncode, process.stderr), (0, b""))
