"""The process that owns a change, where nothing can be started any more."""

from __future__ import annotations

import json
import os
from unittest import mock

from recording import RecordCase
from zfsadmin import db
from zfsadmin.arguments import check_change
from zfsadmin.lock import Locks
from zfsadmin.supervisor import Job, Supervisor


class NoProcess(RecordCase):
    def test_what_cannot_be_started_has_failed(self) -> None:
        reading, writing = os.pipe()
        job = Job(check_change(["zpool", "scrub", "tank"]), b"", [], "shell", False, Locks())
        no_more = OSError(11, "Resource temporarily unavailable")
        with mock.patch("zfsadmin.supervisor.Changer", side_effect=no_more):
            Supervisor(job, writing, str(self.root)).run()
        os.close(writing)
        with os.fdopen(reading) as pipe:
            ended = [json.loads(line) for line in pipe][-1]
        self.assertEqual((ended["kind"], ended["state"], ended["exitStatus"]), ("ended", "failed", 127))
        self.assertEqual(ended["stderr"], "zpool cannot be started: Resource temporarily unavailable\n")
        row = db.changes(1, 1 << 62, 0)[0]
        self.assertEqual((row["state"], row["error"]), ("failed", ended["stderr"]))
