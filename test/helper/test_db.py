"""The database: its layout, that the audit is only added to, and how long it is kept."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from unittest import mock

from recording import DONE, NOBODY, RecordCase, Writer
from zfsadmin import db, places, record, schema
from zfsadmin.bounded import BoundedError, bounded
from zfsadmin.orphans import settle
from zfsadmin.row import step
from zfsadmin.version import SCHEMA

DAY = 24 * 3600 * 10**9


def layout(path: str) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
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
        changes = [self.intend() for _ in range(3)]
        for change, days in zip(changes, (731, 729, 0)):
            record.started(change, NOBODY)
            record.ended(change, DONE)
            self.age(change, days)
        before = time.time_ns()
        self.assertTrue(settle(3))
        self.assertEqual([row["id"] for row in db.changes(-1, 1 << 62, 0)], [3, 2])
        self.assertEqual(self.sql("SELECT DISTINCT change FROM step"), [(2,), (3,)])
        self.assertAlmostEqual(db.removed_before(), before - 730 * DAY, delta=60 * 10**9)

    def test_is_a_setting(self) -> None:
        change = self.intend()
        self.age(change, 10)
        self.sql("UPDATE setting SET value = 9 WHERE name = 'retentionDays'")
        self.assertTrue(settle(3))
        self.assertEqual(self.states(), [])
        self.assertEqual(self.sql("SELECT * FROM unsettled"), [])

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
