"""What the person saw, compared with what is there."""

from __future__ import annotations

import json
import tempfile
import unittest
from pathlib import Path
from typing import Any
from unittest import mock

from fake_host import GIB, FakeHost
from zfsadmin import ask, expect, pools
from zfsadmin.arguments import ArgumentsError
from zfsadmin.expect import ChangedError, UnknownError, compare
from zfsadmin.expect_form import read_expect

# Says what it knows of the names that it is asked for, as zfs 2.3.9 does.
ZFS = """#!/bin/sh
here=$(dirname "$0")
code=0
[ -e "$here/sleep" ] && exec sleep 60
[ -e "$here/slow" ] && sleep 0.5
[ "$1" = destroy ] && exec cat "$here/dry-run"
[ "$1" = list ] && exec cat "$here/list"
[ "$1" = status ] && { echo "$TZ" >"$here/zone"; exec cat "$here/status"; }
[ "$1 $3" = "get value" ] && exec cat "$here/value"
if [ "$1 $3" = "get name,property,value" ]; then
    echo "$*" >>"$here/calls"
    exec cat "$here/values"
fi
for name; do
    case $name in
        *gone*) echo "cannot open '$name': dataset does not exist" >&2; code=1 ;;
        *stuck*) echo "cannot open '$name': pool I/O is currently suspended" >&2; code=1 ;;
        tank*) printf '%s\\t%s\\n' "$name" 123 ;;
    esac
done
exit $code
"""

DISK = {"path": "/dev/disk/by-id/ata-A", "serial": "A", "size": GIB, "signatures": [None]}


class ExpectCase(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name)
        for name in ("zfs", "zpool"):
            (self.path / name).write_text(ZFS)
            (self.path / name).chmod(0o755)
        kstat = self.path / "kstat"
        (kstat / "tank").mkdir(parents=True)
        (kstat / "old").mkdir()
        (kstat / "tank" / "guid").write_text("123\n")
        (kstat / "arcstats").touch()
        patch = mock.patch.object(pools, "KSTAT", str(kstat))
        patch.start()
        self.addCleanup(patch.stop)
        self.host = FakeHost(self.path / "host")
        self.host.device("sda", ID_SERIAL_SHORT="A")
        self.host.names("sda", "by-id/ata-A")

    def changes(self, **expected: Any) -> list[dict[str, Any]]:
        """What is different; an error if that cannot be known."""
        try:
            compare(read_expect(json.dumps(expected).encode()), str(self.path) + ":/usr/bin:/bin", self.host.host)
        except ChangedError as error:
            found: list[dict[str, Any]] = error.details["changes"]
            return found
        return []


class Names(ExpectCase):
    def test_all_as_it_was(self) -> None:
        same = [{"name": name, "guid": "123"} for name in ("tank/a", "tank/a@x", "tank/a#x")]
        self.assertEqual(self.changes(pools=[{"name": "tank", "guid": "123"}], datasets=same, disks=[DISK]), [])
        self.assertEqual(self.changes(), [])

    def test_another_pool_of_the_name_and_one_that_is_gone(self) -> None:
        found = self.changes(pools=[{"name": "tank", "guid": "9"}, {"name": "gone", "guid": "7"}])
        expected = [{"what": "pool", "name": "tank", "expected": "9", "found": "123"}]
        self.assertEqual(found, [*expected, {"what": "pool", "name": "gone", "expected": "7", "found": None}])

    def test_zpool_is_asked_where_the_kernel_does_not_tell(self) -> None:
        (self.path / "zpool").write_text("#!/bin/sh\necho \"$*\" >&2\nprintf 'old\\t55\\n'\n")
        self.assertEqual(pools.guids(["old", "tank", "none"], 5, str(self.path)), {"old": "55", "tank": "123"})

    def test_another_dataset_of_the_name_and_one_that_is_gone(self) -> None:
        found = self.changes(datasets=[{"name": "tank/a", "guid": "9"}, {"name": "tank/gone@x", "guid": "7"}])
        expected = [{"what": "dataset", "name": "tank/a", "expected": "9", "found": "123"}]
        self.assertEqual(found, [*expected, {"what": "dataset", "name": "tank/gone@x", "expected": "7", "found": None}])

    def test_more_of_them_than_an_argument_list_takes(self) -> None:
        names = [f"tank/{number:05}-{'x' * 120}" for number in range(20_000)]
        many = [{"name": name, "guid": "123"} for name in [*names, "tank/gone"]]
        found = self.changes(datasets=many)
        self.assertEqual(found, [{"what": "dataset", "name": "tank/gone", "expected": "123", "found": None}])

    def test_a_pool_that_does_not_answer_is_not_gone(self) -> None:
        with self.assertRaisesRegex(UnknownError, "suspended"):
            self.changes(datasets=[{"name": "stuck/a", "guid": "9"}])

    def test_a_look_takes_no_longer_than_its_time(self) -> None:
        (self.path / "sleep").touch()
        with mock.patch.object(expect, "LOOK", 0.2), self.assertRaisesRegex(UnknownError, "zfs get did not answer"):
            self.changes(datasets=[{"name": "tank/a", "guid": "9"}])

    def test_many_take_longer_than_a_few(self) -> None:
        (self.path / "slow").touch()
        many = [{"name": f"tank/{number}", "guid": "123"} for number in range(11)]
        with mock.patch.object(expect, "LOOK", 0.2):
            self.assertEqual(self.changes(datasets=many), [])
            with self.assertRaisesRegex(UnknownError, "did not answer within 0.2 s"):
                self.changes(datasets=many[:10])

    def test_no_program_is_no_answer(self) -> None:
        with self.assertRaisesRegex(ask.NoAnswerError, "cannot be started"):
            ask.ask(["no-such-program"], 5)


class Contents(ExpectCase):
    def contents(self, *names: str) -> list[dict[str, Any]]:
        """What is different when these were seen in tank, each with the guid 1."""
        return self.changes(contents={"of": "tank", "datasets": [{"name": name, "guid": "1"} for name in names]})

    def lists(self, **guids: str) -> None:
        """What zfs lists now; "_" stands for the slash."""
        rows = [f"{name.replace('_', '/')}\t{guid}\n" for name, guid in guids.items()]
        (self.path / "list").write_text("".join(rows))

    def test_nothing_more_and_nothing_less(self) -> None:
        self.lists(tank="1", tank_a="1")
        self.assertEqual(self.contents("tank/a", "tank"), [])

    def test_what_came_and_what_went(self) -> None:
        self.lists(tank="1", tank_a="1", tank_new="7")
        change = {"what": "contents", "name": "tank", "added": ["tank/new"], "removed": ["tank/old"]}
        self.assertEqual(self.contents("tank", "tank/a", "tank/old"), [{**change, "addedCount": 1, "removedCount": 1}])

    def test_another_of_the_same_name(self) -> None:
        self.lists(tank="1", tank_a="9")
        change = {"what": "dataset", "name": "tank/a", "expected": "1", "found": "9"}
        self.assertEqual(self.contents("tank", "tank/a"), [change])

    def test_a_hundred_thousand_of_them_of_which_a_hundred_are_told(self) -> None:
        names = [f"tank/{number}" for number in range(100_000)]
        (self.path / "list").write_text("".join(f"{name}\t1\n" for name in names))
        self.assertEqual(self.contents(*names), [])
        change = self.contents()[0]
        self.assertEqual((len(change["added"]), change["addedCount"], change["removed"]), (100, 100_000, []))

    def test_snapshots_are_told_apart_by_guid_where_they_are_expected(self) -> None:
        self.lists(**{"tank_a": "1", "tank_a@x": "1", "tank_a@new": "1", "tank_a_b@y": "9"})
        seen = [{"name": f"tank/a{name}", "guid": "1"} for name in ("@x", "@old", "/b@y")]
        contents = {"of": "tank/a", "datasets": [{"name": "tank/a", "guid": "1"}]}
        change = {"what": "snapshots", "name": "tank/a", "added": ["tank/a@new"], "removed": ["tank/a@old"]}
        self.assertEqual(
            self.changes(contents={**contents, "snapshots": seen}),
            [
                {"what": "dataset", "name": "tank/a/b@y", "expected": "1", "found": "9"},
                {**change, "addedCount": 1, "removedCount": 1},
            ],
        )
        self.lists(**{"tank_a": "1", "tank_a@new": "1"})
        [change] = self.changes(contents={**contents, "snapshots": []})
        self.assertEqual((change["what"], change["added"]), ("snapshots", ["tank/a@new"]))

    def test_another_dataset_of_the_name_is_not_looked_into(self) -> None:
        change = {"what": "dataset", "name": "tank/a", "expected": "9", "found": "123"}
        contents = {"of": "tank/a", "datasets": []}
        self.assertEqual(self.changes(datasets=[{"name": "tank/a", "guid": "9"}], contents=contents), [change])

    def test_no_answer_is_no_empty_pool(self) -> None:
        with self.assertRaisesRegex(UnknownError, "list"):
            self.contents("tank")


SEEN = {"name": "tank/vol", "property": "volsize", "value": "10737418240"}


class Properties(ExpectCase):
    def found(self, *expected: dict[str, Any]) -> list[tuple[str, Any, Any]]:
        """Dataset, expectation and truth of what is different."""
        changes = self.changes(properties=list(expected))
        return [(change["name"], change["expected"], change["found"]) for change in changes]

    def test_a_volume_that_was_made_larger_meanwhile(self) -> None:
        (self.path / "value").write_text("10737418240\n")
        self.assertEqual(self.changes(properties=[SEEN]), [])
        (self.path / "value").write_text("32212254720\n")
        change = {"what": "property", "name": "tank/vol", "property": "volsize", "expected": "10737418240"}
        self.assertEqual(self.changes(properties=[SEEN]), [{**change, "found": "32212254720"}])

    def test_a_text_of_many_lines_is_compared_to_the_character(self) -> None:
        note = {"name": "tank/a", "property": "org.example:note", "value": "one\ttwo\n\nthree\n"}
        (self.path / "value").write_text("one\ttwo\n\nthree\n\n")
        self.assertEqual(self.found(note), [])
        (self.path / "value").write_text("one\ttwo\n\nfour\n\n")
        self.assertEqual(self.found(note), [("tank/a", note["value"], "one\ttwo\n\nfour\n")])

    def test_nothing_is_set_by_whichever_sign(self) -> None:
        for sign in ("", "-"):
            (self.path / "value").write_text(f"{sign}\n")
            self.assertEqual(self.found({**SEEN, "value": None}), [])
            self.assertEqual(self.found({**SEEN, "value": "-"}), [])
            self.assertEqual(self.found(SEEN), [("tank/vol", "10737418240", None)])

    def test_many_are_asked_for_in_one_call(self) -> None:
        names = [f"tank/{number}" for number in range(500)]
        lines = [f"{name}\t{prop}\t{value}\n" for name in names for prop, value in (("volsize", 7), ("quota", 0))]
        (self.path / "values").write_text("".join(lines))
        seen = [{"name": name, "property": "volsize", "value": "7"} for name in names]
        other = {"name": "tank/9", "property": "quota", "value": "5"}
        self.assertEqual(self.found(*seen, other), [("tank/9", "5", "0")])
        self.assertEqual(len((self.path / "calls").read_text().splitlines()), 1)

    def test_no_value_is_not_the_same_value(self) -> None:
        with self.assertRaisesRegex(UnknownError, "value"):
            self.changes(properties=[SEEN])
        (self.path / "values").write_text("tank/vol\tvolsize\t10737418240\n")
        with self.assertRaisesRegex(UnknownError, "too little"):
            self.changes(properties=[SEEN, {**SEEN, "name": "tank/other"}])

    def test_another_dataset_of_the_name_is_told_first(self) -> None:
        changes = self.changes(datasets=[{"name": "tank/vol", "guid": "9"}], properties=[SEEN])
        self.assertEqual([change["what"] for change in changes], ["dataset"])


class Checkpoints(ExpectCase):
    # as zpool 2.1.11 and 2.3.9 print it
    STATUS = "  pool: tank\n state: ONLINE\n  scan: none requested\ncheckpoint: created {}, consumes 84K\nconfig:\n"

    def found(self, status: str) -> list[dict[str, Any]]:
        """What is different when one of 11:22:17 was seen."""
        (self.path / "status").write_text(status)
        return self.changes(checkpoints=[{"pool": "tank", "time": 1795346537}])

    def test_the_same_one(self) -> None:
        self.assertEqual(self.found(self.STATUS.format("Sun Nov 22 11:22:17 2026")), [])
        self.assertEqual((self.path / "zone").read_text(), "UTC\n")

    def test_one_that_was_taken_later(self) -> None:
        change = {"what": "checkpoint", "name": "tank", "expected": 1795346537, "found": 1795346538}
        self.assertEqual(self.found(self.STATUS.format("Sun Nov 22 11:22:18 2026")), [change])

    def test_none_any_more(self) -> None:
        for status in ("  pool: tank\nconfig:\n", "  pool: tank\ncheckpoint: discarding, 84K remaining.\n"):
            self.assertEqual([change["found"] for change in self.found(status)], [None])

    def test_a_date_that_cannot_be_read(self) -> None:
        with self.assertRaisesRegex(UnknownError, "tomorrow"):
            self.found(self.STATUS.format("tomorrow"))


class Disks(ExpectCase):
    def fields(self, **other: Any) -> list[tuple[str, Any, Any]]:
        """Field, expectation and truth of what is different at the disk."""
        return [(change["field"], change["expected"], change["found"]) for change in self.changes(disks=[DISK | other])]

    def test_another_disk(self) -> None:
        found = self.fields(serial="B", size=5, signatures=["zfs_member"])
        self.assertEqual(found, [("serial", "B", "A"), ("size", 5, GIB), ("signature", "zfs_member", None)])

    def test_no_disk(self) -> None:
        self.assertEqual(self.fields(path="/dev/disk/by-id/ata-B"), [("missing", "A", None)])

    def test_one_of_the_devices_of_a_mounted_btrfs(self) -> None:
        self.host.device("sdb")
        self.host.btrfs("11-22", "sdb", "sda")
        self.host.mount_btrfs("/dev/sdb", "/srv")
        self.assertEqual(self.fields(), [("inUse", None, "/srv")])

    def test_something_on_it(self) -> None:
        self.host.device("sdb", ID_SERIAL_SHORT="B", ID_FS_TYPE="ext4")
        self.host.device("sdc", ID_SERIAL_SHORT="C", ID_PART_TABLE_TYPE="gpt")
        self.assertEqual(self.fields(path="/dev/sdb", serial="B"), [("signature", None, "ext4")])
        self.assertEqual(self.fields(path="/dev/sdc", serial="C"), [("signature", None, "gpt")])

    def test_something_on_a_part_of_it(self) -> None:
        self.host.device("sdb", ID_SERIAL_SHORT="B", ID_PART_TABLE_TYPE="gpt")
        self.host.partition("sdb", "sdb1", 1, ID_FS_TYPE="ext4")
        self.host.partition("sdb", "sdb2", 2, ID_FS_TYPE="xfs")
        seen = {"path": "/dev/sdb", "serial": "B"}
        self.assertEqual(self.fields(**seen, signatures=["gpt", "ext4", "xfs"]), [])
        change = {"what": "disk", "path": "/dev/sdb2", "field": "signature", "expected": None, "found": "xfs"}
        self.assertEqual(self.changes(disks=[DISK | seen | {"signatures": ["gpt", "ext4", None]}]), [change])

    def test_a_part_that_came_or_went(self) -> None:
        self.host.device("sdb", ID_SERIAL_SHORT="B", ID_PART_TABLE_TYPE="gpt")
        self.host.partition("sdb", "sdb1", 1)
        seen = {"path": "/dev/sdb", "serial": "B"}
        self.assertEqual(self.fields(**seen, signatures=["gpt"]), [("parts", 0, 1)])
        self.assertEqual(self.fields(**seen, signatures=["gpt", None, "ext4"]), [("parts", 2, 1)])

    def test_in_use(self) -> None:
        self.host.partition("sda", "sda1", 1)
        self.host.mapper("dm-0", "home", "CRYPT-LUKS2-x", ["sda1"])
        self.assertEqual(self.fields(signatures=[None] * 3), [("inUse", None, "dm-0")])
        self.host.mount("dm-0", "/home")
        self.assertEqual(self.fields(signatures=[None] * 3), [("inUse", None, "/home")])

    def test_swap(self) -> None:
        self.host.swap("/dev/sda")
        self.assertEqual(self.fields(), [("inUse", None, "swap")])


class DryRuns(ExpectCase):
    ARGV = ("zfs", "destroy", "-rnvp", "tank/a")

    def dry_run(self, *lines: str) -> list[dict[str, Any]]:
        return self.changes(dryRun={"argv": self.ARGV, "lines": lines})

    def test_the_same_lines_in_another_order(self) -> None:
        (self.path / "dry-run").write_text("destroy\ttank/a\ndestroy\ttank/a/b\nreclaim\t77\n")
        self.assertEqual(self.dry_run("destroy\ttank/a/b", "destroy\ttank/a", "reclaim\t5"), [])

    def test_lines_that_came_and_went(self) -> None:
        (self.path / "dry-run").write_text("destroy\ttank/a\ndestroy\ttank/a\ndestroy\ttank/new\n")
        change: dict[str, Any] = {
            "what": "dryRun",
            "argv": list(self.ARGV),
            "added": ["destroy\ttank/a", "destroy\ttank/new"],
        }
        change = {**change, "removed": ["destroy\ttank/old"], "addedCount": 2, "removedCount": 1}
        self.assertEqual(self.dry_run("destroy\ttank/a", "destroy\ttank/old"), [change])

    def test_no_more_than_a_hundred_are_told(self) -> None:
        (self.path / "dry-run").write_text("".join(f"destroy\ttank/{number}\n" for number in range(500)))
        change = self.dry_run()[0]
        self.assertEqual((len(change["added"]), change["addedCount"]), (100, 500))

    def test_it_may_take_as_long_as_on_the_page(self) -> None:
        (self.path / "slow").touch()
        (self.path / "dry-run").write_text("destroy\ttank/a\n")
        with mock.patch.object(expect, "LOOK", 0.2):
            self.assertEqual(self.dry_run("destroy\ttank/a"), [])

    def test_one_that_fails(self) -> None:
        with self.assertRaisesRegex(UnknownError, "dry-run"):
            self.dry_run("destroy\ttank/a")


# What zpool status -g prints; the guids are shorter here.
STATUS = """  pool: tank
 state: ONLINE
  scan: resilver in progress since Sun Nov 22 11:14:06 2026
\t  60 M scanned at 1M/s
config:

\tNAME        STATE     READ WRITE CKSUM
\ttank        ONLINE       0     0     0
\t  10        DEGRADED     0     0     0
\t    1       ONLINE       0     0     0
\t    20      DEGRADED     0     0     0
\t      2     OFFLINE      0     0     0
\t      5     ONLINE       0     0     0  (resilvering)
\t    3       UNAVAIL      0     0     0  was /dev/sdc1
\tlogs\t
\t  4         ONLINE       0     0     0
\tspares
\t  5         INUSE     currently in use
\t  6         AVAIL

errors: No known data errors
"""


MIRROR = {"1": "ONLINE", "2": "OFFLINE", "5": "ONLINE", "3": "UNAVAIL"}


class Vdevs(ExpectCase):
    def vdevs(self, guid: str, devices: dict[str, str], status: str = STATUS) -> list[dict[str, Any]]:
        """What is different when these devices were seen in a vdev, each with its state."""
        (self.path / "status").write_text(status)
        seen = [{"guid": guid, "name": f"sd{guid}", "state": state} for guid, state in devices.items()]
        return self.changes(vdevs=[{"pool": "tank", "name": f"vdev {guid}", "guid": guid, "devices": seen}])

    def test_all_as_it_was(self) -> None:
        self.assertEqual(self.vdevs("10", MIRROR), [])
        self.assertEqual(self.vdevs("4", {"4": "ONLINE"}), [])
        self.assertEqual(self.vdevs("6", {"6": "AVAIL"}), [])

    def test_a_device_that_went_and_one_that_came(self) -> None:
        found = self.vdevs("10", {**MIRROR, "9": "ONLINE"}, STATUS.replace("    1  ", "    7  "))
        about = {"what": "vdev", "group": "vdev 10"}
        self.assertEqual(
            found,
            [
                {**about, "field": "missing", "name": "sd1", "expected": "ONLINE", "found": None},
                {**about, "field": "missing", "name": "sd9", "expected": "ONLINE", "found": None},
                {**about, "field": "added", "name": "7", "expected": None, "found": "ONLINE"},
            ],
        )

    def test_a_device_in_another_state(self) -> None:
        change = {"what": "vdev", "group": "vdev 10", "field": "state", "name": "sd2"}
        self.assertEqual(
            self.vdevs("10", {**MIRROR, "2": "ONLINE"}), [{**change, "expected": "ONLINE", "found": "OFFLINE"}]
        )

    def test_what_cannot_be_read_is_the_same_whatever_it_is_called(self) -> None:
        for found in ("FAULTED", "SPLIT", "UNAVAIL"):
            status = STATUS.replace("OFFLINE", found)
            self.assertEqual(self.vdevs("10", {**MIRROR, "2": "UNAVAIL"}, status), [])
            (change,) = self.vdevs("10", {**MIRROR, "2": "ONLINE"}, status)
            self.assertEqual((change["expected"], change["found"]), ("ONLINE", found))

    def test_a_vdev_that_is_gone_or_has_become_part_of_another(self) -> None:
        for guid in ("11", "1"):
            change = {"what": "vdev", "group": f"vdev {guid}", "field": "missing", "name": f"vdev {guid}"}
            self.assertEqual(self.vdevs(guid, {guid: "ONLINE"}), [{**change, "expected": None, "found": None}])

    def test_a_pool_that_does_not_answer(self) -> None:
        (self.path / "zpool").write_text('#!/bin/sh\necho "cannot open" >&2; exit 1\n')
        with self.assertRaisesRegex(UnknownError, "cannot open"):
            self.vdevs("10", MIRROR)

    def test_recorded_output(self) -> None:
        recorded = Path(__file__).parent.parent / "fixtures" / "zpool-status"
        for version, mirror, devices in (
            ("2.1.11", "7322718946991308932", ("14842693742988843279", "17154464916205415463")),
            ("2.3.9", "15455087226954987753", ("6693039916470624450", "13414640241502543528")),
        ):
            status = (recorded / version / "s01-g.txt").read_text()
            self.assertEqual(self.vdevs(mirror, dict.fromkeys(devices, "ONLINE"), status), [])
            self.assertEqual(len(self.vdevs(mirror, {}, status)), 2)


class Form(unittest.TestCase):
    def test_what_cannot_be_compared_is_refused(self) -> None:
        wrong: list[object] = [
            [],
            "pools",
            {"pool": []},
            {"pools": None},
            {"disks": {}},
            {"pools": [{"name": "tank"}]},
            {"pools": [{"name": "tank", "guid": 123}]},
            {"pools": [{"name": "-tank", "guid": "1"}]},
            {"datasets": [{"name": "tank/a -r", "guid": "1", "more": 1}]},
            {"datasets": [{"name": "-r", "guid": "1"}]},
            {"contents": {"of": "-r", "datasets": []}},
            {"contents": {"of": "tank", "datasets": [{"name": "-r", "guid": "1"}]}},
            {"contents": {"of": "tank", "datasets": [{"name": "tanker/a", "guid": "1"}]}},
            {"contents": {"of": "tank"}},
            {"contents": {"of": "tank", "datasets": [], "bookmarks": []}},
            {"contents": {"of": "tank", "datasets": [], "snapshots": [{"name": "tank/a", "guid": "1"}]}},
            {"contents": {"of": "tank/a", "datasets": [], "snapshots": [{"name": "tank@x", "guid": "1"}]}},
            {"contents": {"of": "tank/a", "datasets": [], "snapshots": [{"name": "tank/ab@x", "guid": "1"}]}},
            {"contents": None},
            {"vdevs": [{"pool": "tank", "name": "mirror-0", "guid": "10"}]},
            {"vdevs": [{"pool": "-v", "name": "mirror-0", "guid": "10", "devices": []}]},
            {"vdevs": [{"pool": "tank", "name": "mirror-0", "guid": "10", "devices": [{"guid": "1"}]}]},
            {"vdevs": [None]},
            {"disks": [{"path": "/dev/sda"}]},
            {"disks": [{"path": "/dev/sda", "serial": None, "size": 1, "signature": None}]},  # of an older page
            {"disks": [{"path": "/dev/sda", "serial": None, "size": 1, "signatures": []}]},
            {"disks": [{"path": "/dev/sda", "serial": None, "size": 1, "signatures": [1]}]},
            {"dryRun": {"argv": ["zfs", "destroy", "-n", "tank/a"]}},
            {"dryRun": {"argv": ["zfs", "destroy", 5], "lines": []}},
            {"dryRun": {"argv": ["zfs", "destroy", "tank/a"], "lines": []}},
            {"dryRun": {"argv": ["reboot", "-n"], "lines": []}},
            {"dryRun": None},
            {"properties": [{"name": "tank", "property": "volsize"}]},
            {"properties": [{"name": "-r", "property": "volsize", "value": "1"}]},
            {"properties": [{"name": "tank", "property": "all", "value": "1"}]},
            {"properties": [{"name": "tank", "property": "-r", "value": "1"}]},
            {"properties": [{"name": "tank", "property": "volsize", "value": 1}]},
            {"checkpoints": [{"pool": "-v", "time": 1}]},
            {"checkpoints": [{"pool": "tank", "time": "1"}]},
        ]
        for value in wrong:
            with self.subTest(repr(value)), self.assertRaises(ArgumentsError):
                read_expect(json.dumps(value).encode())
        with self.assertRaises(ArgumentsError):
            read_expect(b"{")
