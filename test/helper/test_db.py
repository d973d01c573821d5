"""The database: its layout, that the audit is only added to, and how long it is kept."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from unittest import mock

from recording import DONE, RecordCase, Writer
from zfsadmin import db, places, record, schema
from zfsadmin.bounded import BoundedError, bounded
from zfsadmin.orphans import settle
from zfsadmin.row import digest, step
from zfsadmin.version import SCHEMA

DAY = 24 * 3600 * 10**9

# Four changes, one of which has no end, and a retention of 365 days, as `.dump` of sqlite3 gives them.
DATABASES = Path(__file__).parent / "databases"


def layout(path: str) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return layout_of(connection)


def layout_of(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    return set(connection.execute("SELECT name, sql FROM sqlite_master"))


class DatabaseCase(RecordCase):
    def sql(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        """What a person with a shell of SQLite could do."""
        with closing(sqlite3.connect(places.database())) as connection, connection:
            return connection.execute(statement, values).fetchall()

    def version(self) -> object:
        return self.sql("PRAGMA user_version")[0][0]

    def age(self, change: record.Change, days: float) -> None:
        """Makes a change that many days old, as only a test does: past the triggers."""
        (trigger,) = self.sql("SELECT sql FROM sqlite_master WHERE name = 'change_altered'")
        self.sql("DROP TRIGGER change_altered")
        self.sql("UPDATE change SET time = ? WHERE id = ?", time.time_ns() - int(days * DAY), change.id)
        self.sql(str(trigger[0]))


class Migrations(DatabaseCase):
    def test_lead_to_the_version_that_is_told(self) -> None:
        self.assertEqual(len(schema.MIGRATIONS), SCHEMA)

    def test_from_version_0_an_empty_file(self) -> None:
        os.mkdir(places.STATE)
        open(places.database(), "w", encoding="ascii").close()
        self.intend()
        self.assertEqual(self.version(), SCHEMA)

    def test_each_begins_where_the_one_before_ended(self) -> None:
        """As a database of each older version would be found."""
        for version in range(SCHEMA):
            self.patch(places, "STATE", str(self.root / f"from{version}"))
            os.mkdir(places.STATE)
            with closing(sqlite3.connect(places.database(), isolation_level=None)) as connection:
                for migration in schema.MIGRATIONS[:version]:
                    migration(connection)
                connection.execute(f"PRAGMA user_version = {version}")
            self.intend()
            self.assertEqual(self.version(), SCHEMA)

    def test_keep_what_older_versions_wrote(self) -> None:
        """A database of each version, as that one made it, rows and all; a new version adds its own."""
        self.assertEqual(sorted(path.stem for path in DATABASES.iterdir()), [str(one + 1) for one in range(SCHEMA)])
        for version in range(1, SCHEMA + 1):
            self.patch(places, "STATE", str(self.root / f"made{version}"))
            os.mkdir(places.STATE)
            with closing(sqlite3.connect(places.database(), isolation_level=None)) as connection:
                connection.executescript((DATABASES / f"{version}.sql").read_text(encoding="ascii"))
                connection.execute(f"PRAGMA user_version = {version}")
            with closing(sqlite3.connect(places.database())) as made, closing(sqlite3.connect(":memory:")) as now:
                for migration in schema.MIGRATIONS[:version]:
                    migration(now)
                self.assertEqual(layout_of(made), layout_of(now), "a migration that was released must not be edited")
            rows = self.sql("SELECT 'change', id, digest FROM change UNION SELECT 'step', change, digest FROM step")
            days = self.sql("SELECT value FROM setting WHERE name = 'retentionDays'")
            unsettled = self.sql("SELECT change FROM unsettled")
            change = self.intend()
            stored = db.stored()
            self.assertEqual([digest(one.row) for one in stored], [one.digest for one in stored])
            rows.append(("change", change.id, change.digest))
            self.assertCountEqual([(one.table, one.change, one.digest) for one in stored], rows)
            self.assertEqual([(db.retention(),)], days)
            self.assertEqual(self.sql("SELECT change FROM unsettled"), [*unsettled, (change.id,)])

    def test_run_only_what_is_new(self) -> None:
        self.intend()

        def label(connection: sqlite3.Connection) -> None:
            connection.execute("CREATE TABLE label (name TEXT)")

        with (
            mock.patch.object(db, "SCHEMA", SCHEMA + 1),
            mock.patch.object(db, "MIGRATIONS", (*schema.MIGRATIONS, label)),
        ):
            self.intend()
        self.assertEqual(self.version(), SCHEMA + 1)
        self.assertEqual(self.sql("SELECT count(*) FROM change"), [(2,)])
        self.assertEqual(self.sql("SELECT count(*) FROM label"), [(0,)])

    def test_that_fail_change_nothing(self) -> None:
        self.intend()
        before = layout(places.database())

        def broken(connection: sqlite3.Connection) -> None:
            connection.execute("CREATE TABLE label (name TEXT)")
            connection.execute("nonsense")

        with (
            mock.patch.object(db, "SCHEMA", SCHEMA + 1),
            mock.patch.object(db, "MIGRATIONS", (*schema.MIGRATIONS, broken)),
            self.assertRaises(record.UnrecordedError),
        ):
            self.intend()
        self.assertEqual((self.version(), layout(places.database())), (SCHEMA, before))


class OnlyAddedTo(DatabaseCase):
    def setUp(self) -> None:
        super().setUp()
        record.ended(self.intend(), DONE)

    def assert_refused(self, statement: str, *values: object) -> None:
        before = self.sql("SELECT * FROM change JOIN step")
        with self.assertRaisesRegex(sqlite3.IntegrityError, "the audit is"):
            self.sql(statement, *values)
        self.assertEqual(self.sql("SELECT * FROM change JOIN step"), before)

    def test_nothing_is_altered(self) -> None:
        self.assert_refused("UPDATE change SET argv = '[]'")
        self.assert_refused("UPDATE step SET state = 'failed'")

    def test_nothing_is_removed(self) -> None:
        self.assert_refused("DELETE FROM step")
        self.assert_refused("DELETE FROM change")

    def test_nothing_is_replaced(self) -> None:
        for table in ("change", "step"):
            self.assert_refused(f"REPLACE INTO {table} SELECT * FROM {table}")
        columns = "digest, time, uid, origin, argv, pools, boot, pid, start_time"
        values = "digest, 1, 0, '', '[]', '[]', '', 1, 1"
        self.assert_refused(f"REPLACE INTO change ({columns}) SELECT {values} FROM change")

    def test_a_number_is_never_used_again(self) -> None:
        self.sql("UPDATE setting SET value = -1 WHERE name = 'retentionDays'")
        self.assertTrue(settle(3))
        self.sql("UPDATE setting SET value = 730 WHERE name = 'retentionDays'")
        self.assertEqual(self.states(), [])
        self.assertEqual(self.intend().id, 2)

    def test_states_are_the_known_ones(self) -> None:
        change = self.intend()
        with self.assertRaisesRegex(BoundedError, "CHECK"):
            bounded(lambda: db.add_step(change.digest, step(change.id, "finished")), 10)

    def test_a_state_belongs_to_a_change(self) -> None:
        change = self.intend()
        self.assertFalse(record.ended(change._replace(digest="0" * 64), DONE))
        self.assertFalse(record.ended(change._replace(id=77), DONE))
        self.assertEqual(self.state(change), "intended")


class Retention(DatabaseCase):
    def test_is_two_years(self) -> None:
        ages = (731, 729, *range(660, 0, -70), 0)
        for change, days in [(self.intend(), days) for days in ages]:
            record.ended(change, DONE)
            self.age(change, days)
            self.journal.lines()  # a journal that nobody reads lets the next line wait
        before = time.time_ns()
        self.assertTrue(settle(3))
        left = range(2, len(ages) + 1)
        self.assertEqual([row["id"] for row in db.changes(-1, 1 << 62, 0)], [*reversed(left)])
        self.assertEqual(self.sql("SELECT DISTINCT change FROM step"), [(number,) for number in left])
        self.assertAlmostEqual(db.removed_before(), before - 730 * DAY, delta=60 * 10**9)

    def test_is_a_setting(self) -> None:
        for place in range(12, 0, -1):  # the first is older than a day
            self.age(self.intend(), place * 0.09)
            self.journal.lines()
        self.sql("UPDATE setting SET value = 1 WHERE name = 'retentionDays'")
        self.assertTrue(settle(3))
        self.assertEqual(min(row["id"] for row in db.changes(-1, 1 << 62, 0)), 2)
        self.assertEqual(self.sql("SELECT min(change) FROM unsettled"), [(2,)])

    def test_what_a_clock_that_was_behind_has_dated_hides_nothing_that_goes(self) -> None:
        for days in (*range(99, 65, -3), 20_000, *range(60, 0, -3)):
            self.age(self.intend(), days)
            self.journal.lines()
        self.sql("UPDATE setting SET value = 90 WHERE name = 'retentionDays'")
        self.assertTrue(settle(3))
        self.assertEqual(min(row["id"] for row in db.changes(-1, 1 << 62, 0)), 3)
        self.assertAlmostEqual(db.removed_before(), time.time_ns() - 96 * DAY, delta=120 * 10**9)

    def test_a_clock_that_is_years_ahead_costs_nothing(self) -> None:
        for days in (500, 250, 1, -50 * 365):  # the last one is done meanwhile
            self.age(self.intend(), days)
        with mock.patch.object(time, "time_ns", lambda now=time.time_ns: now() + 50 * 365 * DAY):
            # the view has the same clock
            self.sql("DROP VIEW cutoff")
            self.sql(f"CREATE VIEW cutoff AS SELECT {time.time_ns() - 730 * DAY} AS time")
            self.assertTrue(settle(3))
        self.assertEqual(len(db.changes(-1, 1 << 62, 0)), 4)
        self.assertEqual(db.removed_before(), 0)

    def test_what_is_old_by_leaps_is_not_old(self) -> None:
        def last(*days: float, kept: float = 730) -> int:
            changes = [(number, round(-days * DAY)) for number, days in enumerate(days, 1)]
            return db.last_old(changes, 0, round(kept * DAY))

        often = range(70, 0, -7)
        self.assertEqual(last(), 0)
        self.assertEqual(last(85, 80, 77, *often, kept=80), 2)
        self.assertEqual(last(5000, 4999), 0)  # no change for years: a leap, for all we know
        self.assertEqual(last(5001, 5000, *often, kept=80), 0)
        self.assertEqual(last(5001, 5000, *often, kept=72), 2)
        self.assertEqual(last(*often, -18000, 1, -18000, 0, kept=80), 0)  # ahead by fifty years, twice

    def test_that_removes_nothing_is_not_noted(self) -> None:
        self.intend()
        self.assertTrue(settle(3))
        self.assertEqual(db.removed_before(), 0)


class Waiting(DatabaseCase):
    def test_readers_do_not_wait_for_a_writer(self) -> None:
        self.intend()
        writer = Writer()
        self.addCleanup(writer.release)
        self.assertEqual(self.states(), ["intended"])
