#!/usr/bin/env python3
"""Ten small days on one engine, and what the judge must see: a spoiled codec, and each kind of wrong row."""

import json
import shutil
import sqlite3
import sys
import tempfile
import unittest
from pathlib import Path

from play_days import Day, parsed, server_for
from plain_rows import SqliteRows
from town_judge import judge

OPTIONS = parsed([*sys.argv[1:], "--homes", "16", "--books", "2", "--customers", "3"])
SEEDS = range(1, OPTIONS.seeds + 1)
# Each takes the guards away first: what a database that was tampered with, or a program that counts wrong, would hold.
FAULTS = {
    "a reading nobody sent": ("reading", "UPDATE {part} SET value_digits = value_digits + 1 WHERE id = (SELECT min(id) FROM {part} WHERE register_code = 'volume')", "never said"),
    "a reading lost": ("reading", "DELETE FROM {part} WHERE id = (SELECT min(id) FROM {part} WHERE register_code = 'volume')", "was not read"),
    "a reading twice": ("reading", "INSERT INTO {part} SELECT id + 1000000, meter_id, register_code, value_digits, value_scale, unit, meter_time, clock_trust, received_at, received_on, origin, terminal, profile, doubts, frame, x'7478', supersedes, unit_id FROM {part} WHERE id = (SELECT min(id) FROM {part} WHERE register_code = 'volume')", "was stored 2 times"),
    "a bill one fen off": ("bill", "UPDATE bill SET total_minor = total_minor + 1 WHERE id = (SELECT min(id) FROM bill)", "was billed"),
    "a bill lost": ("bill", "DELETE FROM bill WHERE id = (SELECT min(id) FROM bill)", "is not billed"),
    "a journal off balance": ("journal_line", "UPDATE journal_line SET amount_minor = amount_minor + 1 WHERE journal_id = (SELECT min(journal_id) FROM journal_line) AND line_number = 1", "is off by 1"),
    "a receipt lost": ("receipt", "DELETE FROM receipt WHERE paper_number = (SELECT min(paper_number) + 1 FROM receipt)", "receipt"),
}


class DayTest(unittest.TestCase):
    def test_ten_days_hold(self):
        for seed in SEEDS:
            with (self.subTest(seed=seed), tempfile.TemporaryDirectory(prefix="meterhall-day-") as folder,
                  server_for(OPTIONS.engine) as server):
                day = Day(OPTIONS, seed, folder, server)
                code, _, messages = day.play()
                self.assertEqual(code, 0, messages)
                wrong, figures = day.judged()
                self.assertEqual(wrong, [])
                self.assertGreater(figures["readings"], 15)
                self.assertGreater(figures["bills"], 10)


@unittest.skipUnless(OPTIONS.engine == "sqlite", "the faults are the same on both engines")
class PlantedFaultTest(unittest.TestCase):
    def test_a_codec_that_reads_digits_from_the_wrong_end_fails_the_day(self):
        with tempfile.TemporaryDirectory(prefix="meterhall-day-") as folder:
            code, _, messages = Day(OPTIONS, 1, folder).play("meterhall-cli-high_byte_first")
            self.assertEqual(code, 1, messages)
            self.assertIn("never said", messages.splitlines()[-1])

    def test_the_judge_names_each_kind_of_wrong_row(self):
        with tempfile.TemporaryDirectory(prefix="meterhall-day-") as folder:
            day = Day(OPTIONS, 2, folder)
            code, _, messages = day.play()
            self.assertEqual(code, 0, messages)
            whole = Path(folder) / "town.db"
            for name, (table, change, sentence) in FAULTS.items():
                with self.subTest(fault=name):
                    spoiled = Path(folder) / "spoiled.db"
                    shutil.copyfile(whole, spoiled)
                    self.change(spoiled, table, change)
                    wrong, _ = judge(SqliteRows(spoiled), folder, Path(OPTIONS.source) / "resources/tariffs")
                    self.assertTrue(any(sentence in line for line in wrong), json.dumps(wrong, ensure_ascii=False))

    def change(self, database, table, statement):
        connection = sqlite3.connect(database)
        if table == "reading":  # a view over the days of reception; this day has one
            table = connection.execute("SELECT max(name) FROM guarded_table WHERE name LIKE 'reading_day_2%'").fetchone()[0]
            statement = statement.format(part=table)
        connection.execute("PRAGMA foreign_keys = OFF")
        for (trigger,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table,)).fetchall():
            connection.execute(f'DROP TRIGGER "{trigger}"')
        self.assertEqual(connection.execute(statement).rowcount, 1)
        connection.commit()
        connection.close()


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
