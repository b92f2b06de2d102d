#!/usr/bin/env python3
"""The program is killed while a clerk types, while a payment is on its way, and while bills are posted: the next start tells what became of it and
offers the one safe thing, and the books hold."""

import os
import subprocess
import sys
import tempfile
import time
import unittest

import screen
from town import Town

RUN_MOMENTS = (0.02, 0.06, 0.12, 0.25)  # seconds after Ctrl Enter
MOMENTS = (0.0, 0.005, 0.015, 0.03, 0.06, 0.12)  # seconds after Enter


def verify(folder):
    done = subprocess.run([PROGRAMS / "meterhall-cli", "verify", "--db", f"sqlite:{folder}/town.db", "--folder", folder, "--seat", "1",
                           "--operator", "a01"],
                          env={**os.environ, "METERHALL_PASSWORD": "Sandbox-Town-a01"}, capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(done.stdout + done.stderr)


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
        verify(self.folder.name)

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



class KilledRunTest(unittest.TestCase):
    """The program is killed while it posts the bills of a book: whoever opens the page is told how far it came, one key goes on,
    and every account has one bill."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.left = Town(PROGRAMS, f"{cls.folder.name}/town", homes=160, options=("--leave-work",))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def start(self):
        self.at = screen.Workstation(PROGRAMS / "meterhall", f"{self.town.folder}/workplace.ini", self.town.folder)
        self.at.sign_in("k02", until="My work now")
        self.at.press("ctrl+k")
        self.at.type(">Billing")
        self.at.press("Return")
        self.at.wait(lambda: self.at.says("Accounting month"), "the page of the bills did not open")

    def run_of_the_book(self):
        """Number, state (3 is being posted, 4 is posted), bills and accounts that had something to bill, of the newest run."""
        return self.town.rows("SELECT r.number, r.state, (SELECT COUNT(*) FROM bill WHERE run_number = r.number), "
                              "(SELECT COUNT(*) FROM draft WHERE run_number = r.number AND held_because IS NULL) "
                              "FROM billing_run r ORDER BY r.number DESC LIMIT 1")[0]

    def kill_after(self, moment):
        self.start()
        self.at.wait(lambda: self.at.says("F8 says that you have checked them"), "the run does not wait for its check")
        self.at.press("F8")
        self.at.wait(lambda: self.at.says("Checked. Ctrl Enter posts the bills."), "the run was not checked")
        self.at.press("ctrl+Return")
        time.sleep(moment)
        self.at.kill()
        run, state, bills, ready = self.run_of_the_book()
        self.start()
        if state == 3 and bills < ready:
            self.at.wait(lambda: self.at.says(f"Interrupted at {bills} of {ready} bills"), "nobody tells how far it came")
        if state < 4:
            self.at.press("ctrl+Return")
        self.at.wait(lambda: self.run_of_the_book()[1] == 4, "the run did not end")
        self.at.close()
        self.assertEqual(self.run_of_the_book(), (run, 4, ready, ready))
        verify(self.town.folder)
        return state, bills, ready

    def test_a_run_on_its_way_goes_on(self):
        told = {}
        for at, moment in enumerate(RUN_MOMENTS):
            self.town = self.left.copy_to(f"{self.folder.name}/{at}")
            told[moment] = self.kill_after(moment)
        print("killed: state, bills, of", told, file=sys.stderr)
        self.assertTrue(any(0 < bills < ready for _, bills, ready in told.values()), f"never in the middle: {told}")


if __name__ == "__main__":
    PROGRAMS = screen.programs(__file__)
    unittest.main(argv=[sys.argv[0]], verbosity=2)
