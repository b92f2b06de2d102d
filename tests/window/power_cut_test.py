#!/usr/bin/env python3
"""The program is killed while a clerk types and while a payment is on its way: the next start tells what became of it and
offers the one safe thing, and the books hold."""

import os
import subprocess
import sys
import tempfile
import time
import unittest

import screen
from town import Town

MOMENTS = (0.0, 0.005, 0.015, 0.03, 0.06, 0.12)  # seconds after Enter


class PowerCutTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.town = Town(PROGRAMS, self.folder.name)
        self.start()
        self.waiting = self.town.waiting()

    def tearDown(self):
        self.at.close()
        self.folder.cleanup()

    def start(self):
        self.at = screen.Workstation(PROGRAMS / "meterhall", f"{self.folder.name}/workplace.ini", self.folder.name)
        self.at.sign_in("c01")

    def test_what_is_typed_is_not_booked(self):
        letters, account = self.waiting[0]
        owed, receipts = self.town.owed(account), self.town.receipts()
        self.at.call(letters)
        self.at.type("100")
        self.at.kill()
        self.start()
        self.assertFalse(self.at.says("When the program ended"))
        self.assertEqual((self.town.owed(account), self.town.receipts()), (owed, receipts))

    def test_a_payment_on_its_way_is_told(self):
        told = []
        for (letters, account), moment in zip(self.waiting, MOMENTS):
            owed, receipts, papers = self.town.owed(account), self.town.receipts(), self.town.papers()
            self.at.call(letters)
            self.at.press("Return")
            self.at.wait(lambda: self.at.typed("Received"), "the exact amount was not filled in")
            self.at.press("Return")
            time.sleep(moment)
            self.at.kill()
            self.start()
            told.append(self.judge(account, owed, self.town.receipts() - receipts, self.town.papers() - papers))
        print("killed", dict(zip(MOMENTS, told)), file=sys.stderr)
        self.verify()

    def judge(self, account, owed, receipts, papers):
        self.assertIn(receipts, (0, 1))
        self.assertEqual(self.town.owed(account), 0 if receipts else owed)
        if receipts == 0:
            self.assertFalse(self.at.says("It was taken"))
            return "told: not taken" if self.at.says("It was not taken") else "not asked for yet"
        self.assertFalse(self.at.says("It was not taken"))
        if papers == 0:
            if self.town.rows("SELECT COUNT(*) FROM receipt r WHERE NOT EXISTS "
                              "(SELECT 1 FROM paper p WHERE p.kind = 'receipt' AND p.subject_id = r.id)")[0][0]:
                self.at.wait(lambda: self.at.says("is not printed yet"), "nobody says that the receipt is not printed")
            self.at.wait(lambda: self.at.says("Last: "), "nobody says what the last receipt was")
            before = self.town.papers()
            self.at.press("F11")
            self.at.wait(lambda: self.town.papers() > before, "F11 did not print the receipt")
        return "taken"

    def verify(self):
        done = subprocess.run([PROGRAMS / "meterhall-cli", "verify", "--db", f"sqlite:{self.folder.name}/town.db",
                               "--folder", self.folder.name, "--seat", "1", "--operator", "a01"],
                              env={**os.environ, "METERHALL_PASSWORD": "Sandbox-Town-a01"}, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    PROGRAMS = screen.programs(__file__)
    unittest.main(argv=[sys.argv[0]], verbosity=2)
