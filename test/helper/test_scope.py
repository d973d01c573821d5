"""Leaving the session that a change was made in."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path
from unittest import mock

from zfsadmin import scope


class Late(unittest.TestCase):
    def test_systemd_is_heard_although_the_time_went_by_with_something_else(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            busctl = Path(folder) / "busctl"
            busctl.write_text("#!/bin/sh\n")
            busctl.chmod(0o755)
            with mock.patch.object(scope, "PATIENCE", -1.0):
                leaving = scope.Leaving(f"{folder}:/usr/bin:/bin")
            group = Path(folder) / "cgroup"
            group.write_text(f"0::/system.slice/{leaving.name}\n")
            with mock.patch.object(scope, "GROUP", str(group)):
                leaving.wait()
