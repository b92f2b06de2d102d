#!/usr/bin/env python3
"""A computer that does not know where it works: the first start with keys only, until the new administrator is signed in.
What was made is read from the files and the database by this test."""

import configparser
import os
import sqlite3
import stat
import sys
import tempfile
import unittest
from pathlib import Path

import screen

PASSWORD = "First-Start-2026"


class FirstRunTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        os.chmod(cls.folder.name, 0o700)
        os.environ["XDG_DATA_HOME"] = f"{cls.folder.name}/data"
        cls.workplace = Path(cls.folder.name) / "conf" / "workplace.ini"
        # Nothing has the focus that takes text on the first step.
        cls.at = screen.Workstation(PROGRAMS / "meterhall", str(cls.workplace), cls.folder.name, "What it is for")

    @classmethod
    def tearDownClass(cls):
        cls.at.close()
        cls.folder.cleanup()

    def field(self, name):
        self.at.wait(lambda: self.at.focused() and self.at.focused().name == name, f"{name} has not the focus")

    def fill(self, name, text):
        self.field(name)
        self.at.type(text)
        self.at.press("Return")

    def test_a_new_utility(self):
        self.at.press("ctrl+Return")
        self.at.wait(lambda: self.at.says("Nothing is made before the last step"), "the database was not asked for")
        self.at.press("ctrl+Return")
        self.field("Hall")
        self.at.type("Hall One")
        self.at.press("ctrl+Return")
        self.at.wait(lambda: self.at.says("Prices to begin with"), "the tariffs were not asked for")
        self.at.press("ctrl+Return")
        self.fill("Operator number", "a01")
        self.fill("Name", "Administrator")
        self.fill("Password", PASSWORD)
        self.fill("Password again", PASSWORD)
        self.at.wait(lambda: self.at.says("Papers go to"), "the printer was not asked for")
        self.at.press("ctrl+Return")
        self.at.wait(lambda: self.at.says("Nothing has been made so far"), "nothing is summed up")
        self.assertFalse(self.workplace.exists())
        self.at.press("ctrl+Return")
        self.at.wait(lambda: self.at.says("Everything stands"), "it was not done")
        self.at.press("ctrl+Return")
        self.field("Operator number")
        self.fill("Operator number", "a01")
        self.fill("Password", PASSWORD)
        self.at.wait(lambda: self.at.says("Sign out") or self.at.says("Search"), "nobody is signed in")
        self.look_at_what_was_made()

    def look_at_what_was_made(self):
        kept = configparser.ConfigParser(interpolation=None)
        kept.read(self.workplace, encoding="utf-8")
        where = kept["workplace"]
        self.assertEqual(where["hall"].strip('"'), "Hall One")
        key = Path(where["keyFile"])
        self.assertEqual(stat.S_IMODE(key.stat().st_mode), 0o600)
        with sqlite3.connect(f"file:{where['url'].removeprefix('sqlite:')}?mode=ro", uri=True) as database:
            self.assertEqual(database.execute("SELECT number, duties FROM operator").fetchall(), [("a01", "administrator")])
        for file in Path(self.folder.name).rglob("*"):
            if file.is_file():
                self.assertNotIn(PASSWORD.encode(), file.read_bytes(), file)


if __name__ == "__main__":
    PROGRAMS = screen.programs(__file__)
    unittest.main(argv=[sys.argv[0]], verbosity=2)
