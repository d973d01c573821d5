"""`zfsadmin uses` on hosts that are made up."""

from __future__ import annotations

import contextlib
import io
import os
import tempfile
import unittest
from pathlib import Path
from typing import Any
from unittest import mock

from fake_host import FakeHost
from zfsadmin.uses import run, uses

MOUNTS = (
    "/dev/vda1 / ext4 rw 0 0\n"
    "tank /tank zfs rw 0 0\n"
    "tank/a\\040b /tank/a\\040b zfs rw 0 0\n"
    "other /tank/other zfs rw 0 0\n"
    "tank/a\\040b@now /tank/a\\040b/.zfs/snapshot/now zfs ro 0 0"
)


class UsesCase(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.host = FakeHost(self.root)
        self.host.write("proc/self/mounts", MOUNTS)

    def process(self, pid: int, command: str, **links: str) -> None:
        self.host.write(f"proc/{pid}/comm", command)
        for name, target in links.items():
            link = self.root / "proc" / str(pid) / name.replace("fd", "fd/")
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(target)

    def volume(self, kernel: str, link: str) -> None:
        path = self.root / "dev/zvol" / link
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(self.root / "dev" / kernel)

    def uses(self, *datasets: str) -> dict[str, Any]:
        return uses(self.host.host, [*datasets] or ["tank"])


class Processes(UsesCase):
    def test_those_that_hold_something_of_the_pool(self) -> None:
        self.process(7, "bash", cwd="/tank/a b", root="/", exe="/bin/bash", fd0="/dev/pts/1")
        self.process(8, "less", cwd="/root", fd0="/dev/null", fd3="/tank/a b/.zfs/snapshot/now/x")
        self.process(9, "gone", cwd="/", fd3="/tank/file (deleted)", fd4="/tank/file2")
        self.assertEqual(
            self.uses()["processes"],
            [
                {"pid": 7, "command": "bash", "path": "/tank/a b"},
                {"pid": 8, "command": "less", "path": "/tank/a b/.zfs/snapshot/now/x"},
                {"pid": 9, "command": "gone", "path": "/tank/file (deleted)"},
            ],
        )

    def test_not_those_of_other_places(self) -> None:
        self.process(7, "bash", cwd="/tank/other/x", fd0="socket:[12]", fd1="/tanker/x", fd2="relative")
        none: dict[str, Any] = {"processes": [], "volumes": [], "loops": [], "mounts": []}
        self.assertEqual(self.uses(), {**none, "mapsRead": True})

    def test_an_open_volume(self) -> None:
        self.host.device("zd0")
        self.volume("zd0", "tank/vol+1")
        self.process(7, "qemu", fd9="/dev/zd0")
        self.assertEqual(self.uses()["processes"], [{"pid": 7, "command": "qemu", "path": "/dev/zd0"}])

    def test_files_that_are_mapped_into_memory(self) -> None:
        self.process(7, "postgres", cwd="/", exe="/bin/postgres")
        maps = (
            "55d0-55d8 r-xp 00000000 08:01 131 /bin/postgres",
            "7f00-7f01 rw-s 0 00:2f 9     /tank/a b/shared (deleted)",
        )
        self.host.write("proc/7/maps", "\n".join([*maps, "7ffd-7ffe rw-p 00000000 00:00 0    [stack]"]))
        self.process(8, "other")
        self.host.write("proc/8/maps", "7f00-7f01 rw-s 0 00:2f 9     /tank/other/x")
        found = [{"pid": 7, "command": "postgres", "path": "/tank/a b/shared (deleted)"}]
        self.assertEqual(self.uses()["processes"], found)

    def test_maps_that_do_not_come_are_not_said_to_be_none(self) -> None:
        self.process(7, "bash", cwd="/tank")
        os.mkfifo(self.root / "proc/7/maps")
        with mock.patch("zfsadmin.uses.PATIENCE", 0.2):
            found = self.uses()
        self.assertFalse(found["mapsRead"])
        self.assertEqual([process["pid"] for process in found["processes"]], [7])


class Folders(UsesCase):
    """What stands on files and folders of a pool besides processes."""

    def test_loop_devices(self) -> None:
        for number, path in enumerate(["/tank/a b/disk.img", "/srv/disk.img", ""]):
            self.host.device(f"loop{number}")
            self.host.attribute(f"loop{number}", "loop/backing_file", path)
        self.assertEqual(self.uses()["loops"], [{"device": "loop0", "path": "/tank/a b/disk.img"}])

    def test_what_else_is_mounted_on_a_folder_of_it(self) -> None:
        table = [
            "1 0 8:1 / / rw - ext4 /dev/vda1 rw",
            "2 1 0:40 / /tank rw shared:1 - zfs tank rw",
            "3 2 0:41 / /tank/a\\040b rw - zfs tank/a\\040b rw",
            "4 3 0:42 / /tank/a\\040b/.zfs/snapshot/now ro - zfs tank/a\\040b@now ro",
            "5 3 0:43 / /tank/a\\040b/tmp rw - tmpfs tmpfs rw",
            "6 5 0:44 / /tank/a\\040b/tmp/deep rw - tmpfs tmpfs rw",
            "7 2 0:45 / /tank/other rw - zfs other rw",
            # hidden by what was mounted over it
            "8 1 0:46 / /tank/hidden rw - tmpfs tmpfs rw",
        ]
        self.host.write("proc/self/mountinfo", "\n".join(table))
        tmp = {"place": "/tank/a b/tmp", "source": "tmpfs"}
        self.assertEqual(self.uses()["mounts"], [tmp, {"place": "/tank/other", "source": "other"}])
        self.assertEqual(self.uses("tank/a b")["mounts"], [tmp])


class Volumes(UsesCase):
    def test_all_that_stands_on_a_volume_and_its_partitions(self) -> None:
        self.host.device("zd0")
        self.host.partition("zd0", "zd0p1", 1)
        self.host.partition("zd0", "zd0p2", 2)
        self.host.device("zd16")
        self.volume("zd0", "tank/a/vol+1")
        self.volume("zd0p1", "tank/a/vol+1-part1")
        self.volume("zd0p2", "tank/a/vol+1-part2")
        self.volume("zd16", "tank/free")
        self.host.mount("zd0p1", "/srv")
        self.host.mapper("dm-0", "vg-lv", "LVM-x", ["zd0p2"])
        self.host.swap("/dev/zd0p2")
        self.host.write("sys/kernel/config/target/core/iblock_0/disk/udev_path", "/dev/zvol/tank/a/vol+1")
        self.assertEqual(
            self.uses()["volumes"],
            [{"volume": "tank/a/vol 1", "uses": ["/srv", "swap", "dm-0", "iSCSI"]}],
        )

    def test_a_partition_of_a_volume_that_a_process_holds(self) -> None:
        self.host.device("zd0")
        self.host.partition("zd0", "zd0p1", 1)
        self.volume("zd0", "tank/v")
        self.volume("zd0p1", "tank/v-part1")
        self.process(7, "mount.ntfs", fd3="/dev/zd0p1")
        self.assertEqual([one["pid"] for one in self.uses()["processes"]], [7])


class Datasets(UsesCase):
    """What lies in some datasets alone."""

    def setUp(self) -> None:
        super().setUp()
        table = (("tank/a", "/tank/a"), ("tank/a/b", "/srv"), ("tank/ab", "/ab"))
        self.host.write("proc/self/mounts", "\n".join(f"{name} {place} zfs rw 0 0" for name, place in table))
        self.process(7, "bash", cwd="/tank/a/x")
        self.process(8, "less", fd0="/srv/x")
        self.process(9, "cat", fd0="/ab/x")

    def holders(self, *datasets: str) -> list[int]:
        return [process["pid"] for process in self.uses(*datasets)["processes"]]

    def test_processes_that_hold_files_below(self) -> None:
        self.assertEqual(self.holders("tank/a"), [7, 8])
        self.assertEqual(self.holders("tank/a/b"), [8])
        self.assertEqual(self.holders("tank/a/b", "tank/ab"), [8, 9])
        self.assertEqual(self.holders("tank"), [7, 8, 9])

    def test_volumes_and_their_partitions_but_not_those_with_longer_names(self) -> None:
        for kernel, link in (("zd0", "tank/v"), ("zd16", "tank/v2")):
            self.host.device(kernel)
            self.volume(kernel, link)
            self.host.swap(f"/dev/{kernel}")
        self.host.partition("zd0", "zd0p1", 1)
        self.volume("zd0p1", "tank/v-part1")
        self.process(10, "qemu", fd1="/dev/zd0p1")
        self.assertEqual(self.uses("tank/v")["volumes"], [{"volume": "tank/v", "uses": ["swap"]}])
        self.assertEqual(self.holders("tank/v"), [10])
        self.assertEqual(self.holders("tank/v2"), [])


class Verb(unittest.TestCase):
    def test_it_takes_the_names_of_pools_or_datasets(self) -> None:
        for line in ("", "-x", "tank/", "tank -x", "../x", "tank@a"):
            with contextlib.redirect_stderr(io.StringIO()):
                self.assertEqual(run(line.split()), 64, line)


if __name__ == "__main__":
    unittest.main()
