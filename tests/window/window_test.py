#!/usr/bin/env python3
"""A clerk at the counter of the sandbox town, with keys only: the key counts are those the counter promises, and what was
done is read from the database by SQL of this test."""

import argparse
import os
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import screen

EXACT_CASH = 7   # three letters of the name, Enter opens, Enter fills, Enter posts, F12
OTHER_CASH = 9   # three letters, Enter, three digits, Enter, F12


class Town:
    """Sixteen homes, read and billed; the customers wait."""

    def __init__(self, programs, folder):
        self.folder = folder
        subprocess.run([programs / "meterhall-cli", "day", "--until-counter", "--homes", "16", "--books", "2", "--out", folder],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})

    def rows(self, sql, *values):
        with sqlite3.connect(f"file:{self.folder}/town.db?mode=ro", uri=True) as database:
            return database.execute(sql, values).fetchall()

    def owed(self, account):
        return self.rows("SELECT COALESCE(SUM(amount_minor), 0) FROM account_balance WHERE account_id = ? AND ledger_account = 2", account)[0][0]

    def receipts(self):
        return self.rows("SELECT COUNT(*) FROM receipt")[0][0]

    def papers(self):
        folder = Path(self.folder) / "papers"
        return len(list(folder.glob("*.pdf"))) if folder.exists() else 0

    def people(self):
        """Three letters that find one account alone, whose holder has no other."""
        initials = self.rows("SELECT token, account_id FROM search_token WHERE kind = 2")
        alone = {account for account, in self.rows(
            "SELECT id FROM account WHERE customer_id IN (SELECT customer_id FROM account GROUP BY customer_id HAVING COUNT(*) = 1)")}
        for letters, account in sorted(initials):
            found = {other for token, other in initials if token.startswith(letters)}
            if len(letters) == 3 and found == {account} and account in alone:
                yield letters, account


class WindowTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.town = Town(PROGRAMS, cls.folder.name)
        os.chmod(cls.folder.name, 0o700)
        cls.at = screen.Workstation(PROGRAMS / "meterhall", f"{cls.folder.name}/workplace.ini", cls.folder.name)
        cls.at.type("c01")
        cls.at.press("Tab")
        cls.at.type("Sandbox-Town-c01")
        cls.at.press("Return")
        cls.at.wait(lambda: cls.at.says("Who is next?"), "the counter did not open")
        cls.waiting = [who for who in cls.town.people() if 0 < cls.town.owed(who[1]) < 50_000]

    @classmethod
    def tearDownClass(cls):
        cls.at.close()
        cls.folder.cleanup()

    def call(self, letters):
        self.at.wait(lambda: self.at.focused() and "Search" in self.at.focused().name, "the search has not the focus")
        self.at.pressed = 0
        self.at.type(letters)
        self.at.press("Return")
        self.at.wait(lambda: self.at.focused() and self.at.focused().name == "Received", "the amount has not the focus")
        self.at.wait(lambda: self.at.says("1 bill"), "the bills did not come")

    def finish(self, receipts, papers):
        self.at.wait(lambda: self.town.receipts() == receipts + 1, "no receipt was stored")
        self.at.wait(lambda: self.town.papers() == papers + 1, "no receipt was printed")
        self.at.press("F12")
        self.at.wait(lambda: self.at.says("Who is next?"), "the desk was not cleared")

    def test_exact_cash(self):
        letters, account = self.waiting[0]
        receipts, papers = self.town.receipts(), self.town.papers()
        self.call(letters)
        self.at.press("Return")
        self.at.wait(lambda: self.at.typed("Received"), "the exact amount was not filled in")
        self.at.press("Return")
        self.finish(receipts, papers)
        self.assertEqual(self.at.pressed, EXACT_CASH)
        self.assertEqual(self.town.owed(account), 0)

    def test_other_cash(self):
        letters, account = next(who for who in self.waiting[2:] if 1_000 <= self.town.owed(who[1]) < 10_000)
        receipts, papers = self.town.receipts(), self.town.papers()
        self.call(letters)
        self.at.type("100")
        self.at.press("Return")
        self.finish(receipts, papers)
        self.assertEqual(self.at.pressed, OTHER_CASH)
        self.assertEqual(self.town.owed(account), 0)

    def test_undo_by_two_keys(self):
        letters, account = self.waiting[1]
        owed, receipts, papers = self.town.owed(account), self.town.receipts(), self.town.papers()
        self.call(letters)
        self.at.press("Return")
        self.at.wait(lambda: self.at.typed("Received"), "the exact amount was not filled in")
        self.at.press("Return")
        self.at.wait(lambda: self.town.papers() == papers + 1, "no receipt was printed")
        self.at.wait(lambda: self.at.says("0 bills"), "the bills were not read again")
        self.at.pressed = 0
        self.at.press("ctrl+z")
        self.at.wait(lambda: self.at.says("Enter posts the reversal"), "the reversal was not offered")
        self.at.press("Return")
        self.at.wait(lambda: self.town.receipts() == receipts + 2, "no reversal was stored")
        self.assertEqual(self.at.pressed, 2)
        self.assertEqual(self.town.owed(account), owed)
        self.at.press("F12")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--inside", action="store_true")
    options = parser.parse_args()
    if options.inside:
        PROGRAMS = Path(options.bin)
        unittest.main(argv=[sys.argv[0]], verbosity=2)
    if screen.missing():
        sys.exit(f"not installed: {', '.join(screen.missing())} (installer/setup.sh)")
    sys.exit(screen.inside_a_session([__file__, "--bin", options.bin, "--inside"]))
