"""The sandbox town on the morning when its customers wait, and what its database holds: read by SQL, not by the program."""

import copy
import os
import shutil
import sqlite3
import subprocess
from pathlib import Path


class Town:
    """Homes that are read and billed; the customers wait. `options` are those of the sandbox day."""

    def __init__(self, programs, folder, homes=16, options=()):
        self.folder = folder
        subprocess.run([programs / "meterhall-cli", "day", "--until-counter", "--homes", str(homes), "--books", "2", "--out", folder,
                        *options],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})

    def copy_to(self, folder):
        """The same town in another folder."""
        shutil.copytree(self.folder, folder)
        workplace = Path(folder) / "workplace.ini"
        workplace.write_text(workplace.read_text().replace(str(self.folder), str(folder)))
        other = copy.copy(self)
        other.folder = folder
        return other

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

    def waiting(self):
        return [who for who in self.people() if 0 < self.owed(who[1]) < 50_000]
