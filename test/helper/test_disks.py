"""`zfsadmin disks` on hosts that are made up."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path
from unittest import mock

from fake_host import GIB, FakeHost
from zfsadmin.blocks import Description
from zfsadmin.disk_table import human, table
from zfsadmin.disks import disks

SATA = "pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0"


class HostCase(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.host = FakeHost(Path(folder.name))

    def disks(self) -> dict[str, Description]:
        return {disk["name"]: disk for disk in disks(self.host.host)}

    def apart(self) -> dict[str, str | None]:
        return {name: disk.get("apart") for name, disk in self.disks().items()}


class Facts(HostCase):
    def test_a_disk_with_all_that_can_be_known(self) -> None:
        self.host.device(
            "sda",
            SATA,
            4 * GIB,
            ID_MODEL="WDC_WD40",
            ID_MODEL_ENC="WDC\\x20WD40\\x20\\x20",
            ID_SERIAL_SHORT="WX1",
            ID_WWN="0x50014ee",
            ID_PART_TABLE_TYPE="gpt",
        )
        for attribute, text in (("logical_block_size", "512"), ("physical_block_size", "4096"), ("rotational", "1")):
            self.host.attribute("sda", f"queue/{attribute}", text)
        self.host.names("sda", "by-id/wwn-0x50014ee", "by-id/ata-WDC_WD40_WX1", "by-path/pci-0-ata-1", "by-vdev/A1")
        expected = {
            "name": "sda",
            "path": "/dev/sda",
            "kind": "disk",
            "size": 4 * GIB,
            "readOnly": False,
            "byId": ["/dev/disk/by-id/ata-WDC_WD40_WX1", "/dev/disk/by-id/wwn-0x50014ee"],
            "byPath": ["/dev/disk/by-path/pci-0-ata-1"],
            "byVdev": ["/dev/disk/by-vdev/A1"],
            "content": {"table": "gpt"},
            "mounts": [],
            "swap": False,
            "children": [],
            "model": "WDC WD40",
            "serial": "WX1",
            "wwn": "0x50014ee",
            "transport": "sata",
            "logicalBlock": 512,
            "physicalBlock": 4096,
            "rotational": True,
            "removable": False,
        }
        self.assertEqual(self.disks()["sda"], expected)

    def test_partitions_in_their_order_with_what_is_on_them(self) -> None:
        self.host.device("sda", SATA)
        self.host.partition("sda", "sda10", 10)
        self.host.partition(
            "sda",
            "sda1",
            1,
            ID_FS_TYPE="zfs_member",
            ID_FS_LABEL="my_pool",
            ID_FS_LABEL_ENC="my\\x20pool",
            ID_FS_UUID="9610273138761160755",
        )
        first, second = self.disks()["sda"]["children"]
        self.assertEqual((first["name"], second["name"]), ("sda1", "sda10"))
        expected = {"type": "zfs_member", "label": "my pool", "uuid": "9610273138761160755"}
        self.assertEqual(first["content"], expected)

    def test_a_partition_is_not_said_to_have_the_table_of_its_disk(self) -> None:
        self.host.device("sda", SATA, ID_PART_TABLE_TYPE="gpt", ID_PART_TABLE_UUID="5350")
        # as udev of Debian 12 has it
        self.host.partition("sda", "sda1", 1, ID_PART_TABLE_TYPE="gpt", ID_PART_TABLE_UUID="5350")
        self.host.partition("sda", "sda2", 2, ID_PART_TABLE_TYPE="dos", ID_PART_TABLE_UUID="77")
        disk = self.disks()["sda"]
        found = [device.get("content") for device in (disk, *disk["children"])]
        self.assertEqual(found, [{"table": "gpt"}, None, {"table": "dos"}])

    def test_transports(self) -> None:
        buses = {
            "usb": "pci0/usb2/2-1/host6/target6:0:0/6:0:0:0",
            "sas": "pci0/host0/port-0:0/end_device-0:0/target0:0:0/0:0:0:0",
            "nvme": "pci0/nvme/nvme0",
            "virtio": "pci0/virtio1",
            "iscsi": "platform/host3/session1/target3:0:0/3:0:0:0",
            "fc": "pci0/host1/rport-1:0-0/target1:0:0/1:0:0:0",
        }
        for word, bus in buses.items():
            self.host.device(f"disk-{word}", bus)
        self.assertEqual(
            {name: disk["transport"] for name, disk in self.disks().items()}, {f"disk-{w}": w for w in buses}
        )

    def test_the_serial_of_a_sas_disk_is_not_its_wwn(self) -> None:
        self.host.device("sda", SATA, ID_SERIAL_SHORT="35000c500a", ID_SCSI_SERIAL="ZC1234")
        self.assertEqual(self.disks()["sda"]["serial"], "ZC1234")

    def test_by_id_names_are_ordered_by_use(self) -> None:
        self.host.device("nvme0n1", "pci0/nvme/nvme0")
        best_first = ["nvme-Samsung_S1", "nvme-Samsung_S1_1", "scsi-35000", "nvme-eui.0025", "wwn-0x5", "lvm-pv-uuid-x"]
        self.host.names("nvme0n1", *(f"by-id/{name}" for name in sorted(best_first)))
        found = [Path(path).name for path in self.disks()["nvme0n1"]["byId"]]
        self.assertEqual(found[:2] + found[-2:], best_first[:2] + best_first[-2:])

    def test_the_slot_in_an_enclosure(self) -> None:
        self.host.device("sda", SATA)
        slot = self.host.root / "sys/class/enclosure/0:0:8:0/Slot 03"
        self.host.write("sys/class/enclosure/0:0:8:0/Slot 03/slot", "3")
        (slot / "device").symlink_to(self.host.root / "sys" / "devices" / SATA)
        self.assertEqual(self.disks()["sda"]["slot"], {"enclosure": "0:0:8:0", "name": "Slot 03"})

    def test_a_host_without_udev(self) -> None:
        self.host.device("sda", SATA)
        (self.host.root / "udev" / "b8:0").unlink()
        self.assertNotIn("model", self.disks()["sda"])


class Temperature(HostCase):
    def setUp(self) -> None:
        super().setUp()
        self.host.device("sda", SATA)
        self.host.attribute("sda", "queue/rotational", "0")
        self.host.write(f"sys/devices/{SATA}/hwmon/hwmon2/temp1_input", "31500")

    def test_of_a_disk_that_does_not_rotate(self) -> None:
        self.assertEqual(self.disks()["sda"]["temperature"], 31.5)

    def test_is_not_read_where_that_might_wake_the_disk(self) -> None:
        for file, text in (("queue/rotational", "1"), ("device/power/runtime_status", "suspended")):
            self.host.attribute("sda", "queue/rotational", "0")
            self.host.attribute("sda", file, text)
            with mock.patch("builtins.open", wraps=open) as opened:
                self.assertNotIn("temperature", self.disks()["sda"])
            self.assertFalse([call for call in opened.call_args_list if "temp1_input" in str(call)])


class Stacks(HostCase):
    def test_luks_and_lvm_stand_on_the_partition(self) -> None:
        self.host.device("sda", SATA)
        self.host.partition("sda", "sda3", 3, ID_FS_TYPE="crypto_LUKS")
        self.host.mapper("dm-0", "sda3_crypt", "CRYPT-LUKS2-1", ["sda3"], ID_FS_TYPE="LVM2_member")
        self.host.mapper("dm-1", "vg-root", "LVM-1", ["dm-0"])
        (disk,) = self.disks().values()
        crypt = disk["children"][0]["children"][0]
        self.assertEqual((crypt["kind"], crypt["path"]), ("crypt", "/dev/mapper/sda3_crypt"))
        self.assertEqual((crypt["children"][0]["kind"], crypt["children"][0]["name"]), ("lvm", "dm-1"))

    def test_the_paths_of_a_multipath_map_are_one_disk(self) -> None:
        for number in (0, 1):
            bus = f"pci0/host{number}/rport-{number}:0-0/target/0:0:0:{number}"
            self.host.device(f"sd{'ab'[number]}", bus, ID_MODEL="SSD", ID_SCSI_SERIAL="Z1")
        self.host.mapper("dm-0", "mpatha", "mpath-3600", ["sda", "sdb"])
        self.host.mapper("dm-1", "mpatha-part1", "part1-mpath-3600", ["dm-0"])
        (disk,) = self.disks().values()
        self.assertEqual(
            [disk[fact] for fact in ("kind", "path", "paths", "model", "serial", "transport")],
            ["multipath", "/dev/mapper/mpatha", ["sda", "sdb"], "SSD", "Z1", "fc"],
        )
        self.assertEqual([child["kind"] for child in disk["children"]], ["partition"])
        self.assertNotIn("apart", disk)


class Apart(HostCase):
    def test_kinds_that_are_no_disks(self) -> None:
        for name in ("zd0", "loop0", "zram0", "sr0", "md0"):
            self.host.device(name)
        self.host.device("sda", SATA)
        expected = {"loop0": "loop", "md0": "md", "sda": None, "sr0": "optical", "zd0": "zvol", "zram0": "ram"}
        self.assertEqual(self.apart(), expected)

    def test_what_has_no_size_or_is_hidden_is_left_out(self) -> None:
        self.host.device("loop0", size=0)
        self.host.device("nvme0c0n1")
        self.host.attribute("nvme0c0n1", "hidden", "1")
        self.assertEqual(self.disks(), {})

    def test_every_device_of_a_btrfs_is_mounted(self) -> None:
        for disk in ("sda", "sdb", "sdc"):
            self.host.device(disk)
        self.host.partition("sda", "sda1", 1)
        self.host.btrfs("11-22", "sda1", "sdb")
        self.host.write("sys/fs/btrfs/features/raid1c34", "1")
        self.host.mount_btrfs("/dev/sda1", "/")
        found = self.disks()
        self.assertEqual(found["sda"]["children"][0]["mounts"], ["/"])
        self.assertEqual([found[disk]["mounts"] for disk in ("sdb", "sdc")], [["/"], []])
        self.assertEqual([found[disk].get("apart") for disk in ("sda", "sdb", "sdc")], ["system", "system", None])

    def test_the_disk_below_a_mounted_root(self) -> None:
        self.host.device("sda", SATA)
        self.host.partition("sda", "sda1", 1)
        self.host.mapper("dm-0", "root", "CRYPT-LUKS2-1", ["sda1"])
        self.host.mount("dm-0", "/")
        self.assertEqual(self.apart(), {"sda": "system"})

    def test_boot_swap_and_btrfs(self) -> None:
        for name in ("sda", "sdb", "sdc", "sdd"):
            self.host.device(name, f"pci0/{name}")
            self.host.partition(name, f"{name}1", 1)
        self.host.mount("sda1", "/boot/efi")
        self.host.swap("/dev/sdb1")
        self.host.mount_btrfs("/dev/sdc1", "/")
        self.host.mount("sdd1", "/srv/with\\040space")
        self.assertEqual(self.apart(), {"sda": "system", "sdb": "system", "sdc": "system", "sdd": None})
        self.assertEqual(self.disks()["sdd"]["children"][0]["mounts"], ["/srv/with space"])


class Table(HostCase):
    def test_a_line_for_each_disk(self) -> None:
        self.host.device("sda", SATA, 4 * GIB, ID_MODEL="WD40", ID_FS_TYPE="zfs_member")
        self.host.names("sda", "by-id/ata-WD40")
        self.host.device("zd0", size=GIB)
        expected = [
            "NAME  SIZE   TRANSPORT  MODEL  SERIAL  SLOT  HOLDS       PATH",
            "sda   4.00G  sata       WD40   -       -     zfs_member  /dev/disk/by-id/ata-WD40",
            "zd0   1.00G  -          -      -       -     zvol        /dev/zd0",
        ]
        self.assertEqual(table(list(self.disks().values())).split("\n"), expected)

    def test_names_cannot_steer_the_terminal(self) -> None:
        self.host.device("sda", SATA, ID_MODEL_ENC="WD\\x1b[2J")
        self.assertNotIn("\x1b", table(list(self.disks().values())))

    def test_sizes(self) -> None:
        sizes = {0: "0B", 512: "512B", 1536: "1.50K", 10 * GIB: "10.0G", 4_000_787_030_016: "3.64T"}
        self.assertEqual({size: human(size) for size in sizes}, sizes)
