"""The reader of `zpool events -Hv` on recorded output and on damaged text."""

from __future__ import annotations

import random
import unittest
from pathlib import Path

from zfsadmin.events import Dropped, Event, Reader

FIXTURES = Path(__file__).parent.parent / "fixtures" / "events"


def read(data: bytes, size: int = 1 << 20) -> list[Event | Dropped]:
    reader = Reader()
    return [item for at in range(0, len(data), size) for item in reader.feed(data[at : at + size])]


def read_events(data: bytes) -> list[Event]:
    return [item for item in read(data) if isinstance(item, Event)]


class Recorded(unittest.TestCase):
    def test_every_event_is_found(self) -> None:
        counts = {path.name: len(read_events(path.read_bytes())) for path in FIXTURES.iterdir()}
        recorded = {"2.1.11.txt": 90, "2.1.11-storm.txt": 120, "2.3.9.txt": 110, "2.3.9-storm.txt": 120}
        self.assertEqual(counts, {**recorded, "2.3.9-faults.txt": 512})

    def test_every_event_has_pool_guid_and_time(self) -> None:
        for path in FIXTURES.iterdir():
            for event in read_events(path.read_bytes()):
                self.assertTrue(event.pool and event.pool_guid and event.time, event)

    def test_every_history_event_has_a_verb(self) -> None:
        for path in FIXTURES.iterdir():
            for event in read_events(path.read_bytes()):
                self.assertEqual(event.verb is not None, event.class_name.endswith(".history_event"), event)

    def test_a_change_of_a_dataset(self) -> None:
        events = read_events((FIXTURES / "2.3.9.txt").read_bytes())
        expected = Event(
            class_name="sysevent.fs.zfs.history_event",
            pool="tank",
            pool_guid="9610273138761160755",
            dataset="tank/norm",
            verb="set",
            detail="org.test:nl=line1\nline2",
            time=0x6B02CC6C,
        )
        self.assertIn(expected, events)

    def test_an_io_that_does_not_come_back_names_its_pool(self) -> None:
        text = b"""Nov 22 2026 11:11:21.531983243\tereport.fs.zfs.deadman
        class = "ereport.fs.zfs.deadman"
        ena = 0x7d4a1c5d6f800c01
        detector = (embedded nvlist)
                version = 0x0
                scheme = "zfs"
                pool = 0x1bc5b2ddf0b7a1b3
                vdev = 0x2a
        (end detector)
        pool = "tank"
        pool_guid = 0x1bc5b2ddf0b7a1b3
        pool_failmode = "wait"
        vdev_path = "/dev/sda1"
        time = 0x6b02cc6c 0x6e9fde0
        eid = 0x6e

"""
        expected = Event("ereport.fs.zfs.deadman", "tank", "2001202275732136371", None, None, None, 0x6B02CC6C)
        self.assertEqual(read(text), [expected])

    def test_dropped_events_are_reported_in_their_place(self) -> None:
        items = read((FIXTURES / "2.1.11-storm.txt").read_bytes())
        self.assertEqual([isinstance(item, Dropped) for item in items], [True] + [False] * 120)

    def test_pieces_of_any_size_give_the_same(self) -> None:
        data = (FIXTURES / "2.3.9.txt").read_bytes()[:9000]
        whole = read_events(data)
        for size in (1, 7, 100, 4096):
            pieces = [item for item in read(data, size) if isinstance(item, Event)]
            self.assertEqual(pieces, whole)


HEADER = b"Nov 22 2026 11:05:16.115998176\tsysevent.fs.zfs.history_event\n"


class Damaged(unittest.TestCase):
    def test_no_damage_hides_the_event_after_it(self) -> None:
        recorded = (FIXTURES / "2.3.9.txt").read_bytes()[:4000]
        intact = HEADER + b'        pool = "after"\n        eid = 0x9\n'
        for seed in range(500):
            chance = random.Random(seed)
            data = bytearray(recorded[chance.randrange(4000) :])
            for _ in range(chance.randrange(20)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            last = read(bytes(data[: chance.randrange(len(data))]) + b"\n" + intact)[-1]
            self.assertEqual(last, Event("sysevent.fs.zfs.history_event", "after", None, None, None, None, None), seed)

    def test_bytes_that_are_not_utf8_are_replaced(self) -> None:
        (event,) = read_events(HEADER + b'        pool = "ta\xffnk"\n        eid = 0x1\n\n')
        self.assertEqual(event.pool, "ta\ufffdnk")

    def test_a_value_cannot_override_a_field_before_it(self) -> None:
        text = (
            b'        pool = "tank"\n        history_internal_str = "a\n        pool = "other"\n\n        eid = 0x1\n'
        )
        (event,) = read_events(HEADER + text)
        self.assertEqual((event.pool, event.detail), ("tank", None))

    def test_an_empty_line_in_a_value_does_not_end_the_event(self) -> None:
        text = b'        history_internal_str = "a\n\nb"\n        history_internal_name = "set"\n        eid = 0x1\n'
        (event,) = read_events(HEADER + text)
        self.assertEqual((event.detail, event.verb), ("a\n\nb", "set"))

    def test_an_event_that_is_cut_is_passed_on_with_what_it_has(self) -> None:
        first, second = read_events(HEADER + b'        pool = "tank\n' + HEADER + b"        eid = 0x2\n")
        self.assertEqual((first.class_name, first.pool), ("sysevent.fs.zfs.history_event", None))
        self.assertIsNone(second.time)

    def test_numbers_that_are_none(self) -> None:
        (event,) = read_events(HEADER + b"        pool_guid = soon\n        time = \n        eid = 0x1\n")
        self.assertEqual((event.pool_guid, event.time), (None, None))

    def test_nested_values_are_no_fields_of_the_event(self) -> None:
        text = b"        detector = (embedded nvlist)\n                pool = 0x1\n        (end detector)\n"
        (event,) = read_events(HEADER + text + b"        eid = 0x1\n")
        self.assertIsNone(event.pool)

    def test_an_unknown_class_is_kept(self) -> None:
        (event,) = read_events(HEADER.replace(b"sysevent.fs.zfs.history_event", b"new.thing") + b"        eid = 0x1\n")
        self.assertEqual(event.class_name, "new.thing")

    def test_what_belongs_to_no_event_is_a_remark(self) -> None:
        reader = Reader()
        self.assertEqual(reader.feed(b"cannot get event: permission denied\n\n"), [])
        self.assertEqual(reader.remark, "cannot get event: permission denied")
