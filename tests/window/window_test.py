#!/usr/bin/env python3
"""A clerk at the counter of the sandbox town, with keys only: the key counts are those the counter promises, and what was
done is read from the database by SQL of this test."""

import os
import sys
import tempfile
import unittest

import screen
from town import Town

EXACT_CASH = 7   # three letters of the name, Enter opens, Enter fills, Enter posts, F12
OTHER_CASH = 9   # three letters, Enter, three digits, Enter, F12
WECHAT = 6       # three letters, Enter, F6, the slip is scanned, F12


class WindowTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.town = Town(PROGRAMS, cls.folder.name)
        os.chmod(cls.folder.name, 0o700)
        cls.at = screen.Workstation(PROGRAMS / "meterhall", f"{cls.folder.name}/workplace.ini", cls.folder.name)
        cls.at.sign_in("c01")
        cls.waiting = cls.town.waiting()

    @classmethod
    def tearDownClass(cls):
        cls.at.close()
        cls.folder.cleanup()

    def finish(self, receipts, papers):
        self.at.wait(lambda: self.town.receipts() == receipts + 1, "no receipt was stored")
        self.at.wait(lambda: self.town.papers() == papers + 1, "no receipt was printed")
        self.at.press("F12")
        self.at.wait(lambda: self.at.says("Who is next?"), "the desk was not cleared")

    def test_exact_cash(self):
        letters, account = self.waiting[0]
        receipts, papers = self.town.receipts(), self.town.papers()
        self.at.call(letters)
        self.at.press("Return")
        self.at.wait(lambda: self.at.typed("Received"), "the exact amount was not filled in")
        self.at.press("Return")
        self.finish(receipts, papers)
        self.assertEqual(self.at.pressed, EXACT_CASH)
        self.assertEqual(self.town.owed(account), 0)

    def test_other_cash(self):
        letters, account = next(who for who in self.waiting[2:] if 1_000 <= self.town.owed(who[1]) < 10_000)
        receipts, papers = self.town.receipts(), self.town.papers()
        self.at.call(letters)
        self.at.type("100")
        self.at.press("Return")
        self.finish(receipts, papers)
        self.assertEqual(self.at.pressed, OTHER_CASH)
        self.assertEqual(self.town.owed(account), 0)

    def test_wechat(self):
        letters, account = self.waiting[-1]
        receipts, papers = self.town.receipts(), self.town.papers()
        self.at.call(letters)
        self.at.press("F6")
        self.at.wait(lambda: self.at.focused() and self.at.focused().name == "Number of the slip", "no slip is asked for")
        self.at.scan("4200001822202411213456789012")
        self.finish(receipts, papers)
        self.assertEqual(self.at.pressed, WECHAT)
        self.assertEqual(self.town.owed(account), 0)
        self.assertEqual(self.town.rows("SELECT method, reference, turn FROM tender"), [(2, "4200001822202411213456789012", 0)])

    def test_undo_by_two_keys(self):
        letters, account = self.waiting[1]
        owed, receipts, papers = self.town.owed(account), self.town.receipts(), self.town.papers()
        self.at.call(letters)
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
        self.at.wait(lambda: self.town.papers() == papers + 2, "the reversal was not printed")
        self.at.press("F12")


if __name__ == "__main__":
    PROGRAMS = screen.programs(__file__)
    unittest.main(argv=[sys.argv[0]], verbosity=2)
