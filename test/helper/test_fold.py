"""How events become few lines. Times are made up: the fold has no clock of its own."""

from __future__ import annotations

import unittest

from zfsadmin.events import Event
from zfsadmin.fold import RATE, WINDOW, Fold, Line


def event(dataset: str | None = None, verb: str | None = None, detail: str | None = None, pool: str = "tank") -> Event:
    return Event("sysevent.fs.zfs.history_event", pool, "1", dataset, verb, detail, 1700000000)


def pour(events: list[Event], every: float) -> list[list[Line]]:
    """Adds an event each `every` seconds and takes what is due; gives what each taking gave."""
    fold, taken = Fold(), []
    for number, one in enumerate(events):
        now = number * every
        if (due := fold.due()) is not None and now >= due:
            taken.append(fold.take(now))
        fold.add(one, now)
    due = fold.due()
    return taken if due is None else [*taken, fold.take(due)]


class Folding(unittest.TestCase):
    def test_nothing_is_due_without_events(self) -> None:
        self.assertIsNone(Fold().due())

    def test_a_single_event_is_told_after_the_window(self) -> None:
        fold = Fold()
        fold.add(event("tank/a", "set", "quota=1"), 10)
        self.assertEqual(fold.due(), 10 + WINDOW)
        expected = {
            "kind": "event",
            "class": "sysevent.fs.zfs.history_event",
            "pool": "tank",
            "poolGuid": "1",
            "dataset": "tank/a",
            "verb": "set",
            "detail": "quota=1",
            "time": 1700000000,
            "count": 1,
        }
        self.assertEqual(fold.take(10 + WINDOW), [expected])
        self.assertIsNone(fold.due())

    def test_signs_that_a_pool_hangs_are_told_of_each_pool(self) -> None:
        classes = ["ereport.fs.zfs.delay", "ereport.fs.zfs.deadman", "ereport.fs.zfs.delay"]
        signs = [event(pool=pool)._replace(class_name=name) for pool in ("tank", "safe") for name in classes]
        (lines,) = pour(signs, 0)
        told = [(line["class"], line["pool"], line["count"]) for line in lines]
        counts = {"ereport.fs.zfs.delay": 2, "ereport.fs.zfs.deadman": 1}
        expected = [(name, pool, count) for pool in ("tank", "safe") for name, count in counts.items()]
        self.assertEqual(told, expected)

    def test_what_zfs_did_not_say_is_left_out(self) -> None:
        ((line,),) = pour([Event("x", None, None, None, None, None, None)], 1)
        self.assertEqual(line, {"kind": "event", "class": "x", "count": 1})

    def test_equal_events_are_one_line_with_the_detail_they_share(self) -> None:
        ((line,),) = pour([event("tank/a", "set", "x=1")] * 3, 0.01)
        self.assertEqual((line["count"], line["detail"]), (3, "x=1"))

    def test_a_detail_that_differs_is_left_out(self) -> None:
        ((line,),) = pour([event("tank/a", "set", detail) for detail in ("x=1", "y=2", "x=1")], 0.01)
        self.assertEqual(line["count"], 3)
        self.assertNotIn("detail", line)

    def test_pools_datasets_and_verbs_stay_apart(self) -> None:
        events = [event("a/x", "set", pool="a"), event("b/x", "set", pool="b"), event("a/x", "snapshot", pool="a")]
        self.assertEqual([len(lines) for lines in pour(events, 0.001)], [3])


class Audit(unittest.TestCase):
    def test_a_change_is_told_once(self) -> None:
        fold = Fold()
        for change in (12, 11, 12):
            fold.audit(change, 10)
        self.assertEqual(fold.due(), 10 + WINDOW)
        self.assertEqual(fold.take(10 + WINDOW), [{"kind": "audit", "id": 11}, {"kind": "audit", "id": 12}])
        self.assertIsNone(fold.due())

    def test_counts_towards_the_rate(self) -> None:
        fold = Fold()
        for number in range(RATE // 2 + 1):
            fold.add(event(f"tank/{number}"), 10)
            fold.audit(number, 10)
        self.assertEqual(fold.take(11), [{"kind": "everything", "reason": "storm"}])


class Bursts(unittest.TestCase):
    def test_as_many_as_the_rate_are_told_one_by_one(self) -> None:
        taken = pour([event(f"tank/{n}") for n in range(RATE)], 0.001)
        self.assertEqual([len(lines) for lines in taken], [RATE])

    def test_more_are_everything(self) -> None:
        taken = pour([event(f"tank/{n}") for n in range(RATE + 1)], 0.001)
        self.assertEqual(taken, [[{"kind": "everything", "reason": "storm"}]])

    def test_never_more_lines_than_the_rate(self) -> None:
        taken = pour([event(f"tank/{n}") for n in range(10_000)], 0.002)
        self.assertLessEqual(sum(map(len, taken)), 20 * RATE)
        self.assertIn([{"kind": "everything", "reason": "storm"}], taken)

    def test_a_storm_of_one_kind_on_one_pool_keeps_its_name(self) -> None:
        taken = pour([event()] * 10_000, 0.0001)
        self.assertEqual({len(lines) for lines in taken}, {1})
        self.assertEqual({lines[0]["pool"] for lines in taken}, {"tank"})
        self.assertEqual(sum(int(str(lines[0]["count"])) for lines in taken), 10_000)

    def test_everything_swallows_what_waits_and_gives_its_first_reason(self) -> None:
        fold = Fold()
        fold.add(event("tank/a"), 0)
        fold.everything("dropped", 0)
        for number in range(RATE + 1):
            fold.add(event(f"tank/{number}"), 0)
        self.assertEqual(fold.take(1), [{"kind": "everything", "reason": "dropped"}])
        fold.add(event("tank/b"), 1)
        self.assertEqual(fold.due(), 2)
