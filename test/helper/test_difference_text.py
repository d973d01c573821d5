"""What changed since somebody looked, in words."""

from __future__ import annotations

import time
import unittest
from typing import Any

from zfsadmin.difference_text import difference_text


class Words(unittest.TestCase):
    def said(self, what: str, expected: object = None, found: object = None, **more: object) -> str:
        return difference_text({"what": what, "expected": expected, "found": found, **more})

    def test_a_pool(self) -> None:
        self.assertEqual(self.said("pool", "1", name="tank"), "The pool tank is not there any more.")
        anew = "tank is another pool now: its guid is 2, and was 1."
        self.assertEqual(self.said("pool", "1", "2", name="tank"), anew)

    def test_a_dataset_or_snapshot(self) -> None:
        self.assertEqual(self.said("dataset", "1", name="tank/a@b"), "tank/a@b is not there any more.")
        anew = "tank/a was destroyed and made anew, or renamed: its guid is 2, and was 1."
        self.assertEqual(self.said("dataset", "1", "2", name="tank/a"), anew)

    def test_a_property(self) -> None:
        about = {"name": "tank/a", "property": "org.x:note"}
        self.assertEqual(self.said("property", "1", **about), "org.x:note of tank/a is not set, and was 1.")
        self.assertEqual(self.said("property", None, "2", **about), "org.x:note of tank/a is 2, and was not set.")
        long = self.said("property", "x" * 101, "y" * 100, **about)
        self.assertEqual(long, f"org.x:note of tank/a is {'y' * 100}, and was {'x' * 100}….")

    def test_nothing_in_it_moves_the_cursor(self) -> None:
        about = {"name": "tank/a", "property": "x:y"}
        self.assertEqual(self.said("property", "1\n2", "\x1b[2J", **about), "x:y of tank/a is ?[2J, and was 1?2.")

    def test_a_checkpoint(self) -> None:
        self.assertEqual(self.said("checkpoint", 1, name="tank"), "The checkpoint of tank is not there any more.")
        early, late = (time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(at)) for at in (1700000000, 1700000001))
        another = f"tank has another checkpoint now: it was taken {late}, the one before {early}."
        self.assertEqual(self.said("checkpoint", 1700000000, 1700000001, name="tank"), another)

    def test_a_disk(self) -> None:
        said = {
            ("missing", "S1", None): "The disk /dev/sda is not there any more.",
            ("inUse", None, "/home"): "The disk /dev/sda is in use now: /home.",
            ("serial", "S1", None): "There is another disk at /dev/sda: its serial number is none, and was S1.",
            ("size", 4096, 512): "The size of /dev/sda in bytes is 512, and was 4096.",
            ("parts", 0, 2): "The number of partitions of /dev/sda is 2, and was 0.",
            ("signature", None, "ext4"): "What is on /dev/sda has changed: it is ext4, and was none.",
            ("colour", "red", "blue"): "The disk /dev/sda has changed: colour is blue, and was red.",
        }
        for (field, before, now), sentence in said.items():
            self.assertEqual(self.said("disk", before, now, path="/dev/sda", field=field), sentence)

    def test_a_vdev(self) -> None:
        about = {"group": "mirror-0", "name": "mirror-0"}
        gone = "mirror-0 is not there any more, or has become part of another device."
        self.assertEqual(self.said("vdev", field="missing", **about), gone)
        about["name"] = "sda1"
        self.assertEqual(
            self.said("vdev", "ONLINE", field="missing", **about), "sda1 does not belong to mirror-0 any more."
        )
        state = "The state of sda1 has changed: it is DEGRADED, and was ONLINE."
        self.assertEqual(self.said("vdev", "ONLINE", "DEGRADED", field="state", **about), state)
        about["name"] = "77"
        self.assertEqual(self.said("vdev", field="added", **about), "Another device has come to mirror-0: 77.")

    def came_and_went(self, what: str, added: list[str], removed: list[str], **more: Any) -> str:
        counts = {"addedCount": len(added), "removedCount": len(removed)}
        return self.said(what, added=added, removed=removed, **counts, **more)

    def test_what_is_in_a_dataset(self) -> None:
        one = self.came_and_went("contents", ["tank/a"], [], name="tank")
        self.assertEqual(one, "1 dataset has come to tank: tank/a.")
        both = self.came_and_went("contents", ["tank/a", "tank/b"], ["tank/c"], name="tank")
        came = "2 datasets have come to tank: tank/a; tank/b."
        self.assertEqual(both, f"{came} 1 dataset has gone from tank: tank/c.")

    def test_its_snapshots(self) -> None:
        some = self.came_and_went("snapshots", [], [f"tank@{number}" for number in range(5)], name="tank")
        self.assertEqual(some, "5 snapshots have gone from tank: tank@0; tank@1; tank@2; …")

    def test_a_dry_run(self) -> None:
        argv = ["zfs", "destroy", "-nvp", "tank@a"]
        both = self.came_and_went("dryRun", ["destroy\ttank@a"], ["destroy\ttank@b"], argv=argv)
        came = "1 line has come to what it would do: destroy tank@a."
        self.assertEqual(both, f"{came} 1 line has gone from what it would do: destroy tank@b.")

    def test_what_is_unknown_stays_as_it_is(self) -> None:
        self.assertEqual(difference_text({"what": "moon", "phase": 3}), '{"what": "moon", "phase": 3}')
