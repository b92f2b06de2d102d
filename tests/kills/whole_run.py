"""One billing run over a town, killed again and again and taken up by the next worker: in the end every table holds what
it holds after a run that nobody disturbed. The workers' clock stands, so that no instant differs."""

import random
import select
import subprocess
import sys
import tempfile
import time

STAFF = "w"

# What may differ, and why. Everything else is the same, row by row and column by column.
OF_EACH_LIFE = {
    # Every life signs in, and the run is cut into chunks by how long they take: one entry a chunk. What the entries of a
    # table say is compared by what it must add up to (the tables themselves); the chain is looked at by `verify`.
    "audit_entry": "entries of sign-ins and of chunks",
    "audit_head": "the chain over those entries",
    "audit_checkpoint": "the chain over those entries",
    "lease": "who holds it just now",
}


def columns_of(rows, engine):
    """The columns of each table, in their order."""
    if engine == "SQLite":
        found = rows("SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'"
                     " AND m.name NOT LIKE 'sqlite%' ORDER BY m.name, c.cid")
    else:
        found = rows("SELECT c.table_name, c.column_name FROM information_schema.columns c"
                     " JOIN information_schema.tables t USING (table_schema, table_name)"
                     " WHERE c.table_schema = 'meterhall' AND t.table_type = 'BASE TABLE'"
                     " ORDER BY c.table_name, c.ordinal_position")
    columns = {}
    for table, column in found:
        columns.setdefault(table, []).append(column)
    return columns


def selected(table, column):
    """Units are numbered by each life anew: instead of its number, who wrote a row and what for."""
    if column != "unit_id" or table in OF_EACH_LIFE:
        return f't."{column}"'
    return ("(SELECT e.operator || ' ' || e.seat || ' ' || e.action || ' ' || e.at FROM audit_entry e"
            " WHERE e.unit_id = t.unit_id)")


def exported(town):
    """Every table's rows in their order."""
    with town.look() as rows:
        return {table: sorted(map(repr, rows(f"SELECT {', '.join(selected(table, column) for column in columns)}"
                                             f' FROM "{table}" t')))
                for table, columns in columns_of(rows, town.engine).items()}


def differences(one, other):
    found = [f"only one has table {name}" for name in sorted(one.keys() ^ other.keys())]
    for name in sorted(one.keys() & other.keys() - OF_EACH_LIFE.keys()):
        if one[name] != other[name]:
            mine, yours = set(one[name]), set(other[name])
            example = next(iter(sorted(mine ^ yours)), "the same rows, not as often")
            found.append(f"{name}: {len(mine - yours)} and {len(yours - mine)} rows differ: {example[:300]}")
    return found


class WholeRun:
    """The kills of one run on one engine."""

    def __init__(self, engine, environment, kills, accounts):
        self.engine = engine
        self.environment = environment
        self.kills = kills
        self.books = max(1, min(20, accounts // 40))
        self.homes = accounts * 4 // (5 * self.books)  # every fourth home has a second account
        self.killed = 0
        self.in_the_run = 0
        self.violations = []

    def worker(self, town, complaints=None, **more):
        command = self.engine.command("kill_worker", "whole_run", town, STAFF)
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=complaints,
                                env={**self.environment, **more})

    def undisturbed(self, town):
        """Seconds of a run that goes through."""
        with self.worker(town) as worker:
            worker.stdout.readline()
            began = time.monotonic()
            worker.stdout.read()
        if worker.returncode != 0:
            raise RuntimeError("a run that nobody disturbs does not end")
        return time.monotonic() - began

    def strike(self, town, longest):
        """Starts a worker and kills it at any moment of its work; false when it was done before that."""
        kill = random.choice(town.kills)
        with (tempfile.TemporaryFile() as complaints,
              self.worker(town, complaints, **town.environment(kill)) as worker):
            select.select([worker.stdout], [], [], 60)
            time.sleep(random.uniform(0, longest))
            went_on = worker.poll() is None
            if went_on:
                town.strike(kill, worker)
            elif worker.returncode != 0:
                complaints.seek(0)
                self.violations.append(f"{town.engine}, whole run: a worker gave up: {complaints.read()[-400:]}")
        town.settle()
        self.killed += went_on
        return went_on

    def storm(self, town, seconds):
        """Lives as long as it takes for the last kill to come shortly before the end of the run."""
        longest = seconds / self.kills
        while self.killed < self.kills:
            if not self.strike(town, longest):
                return
            behind = self.done(town) < 0.95 * self.killed / self.kills
            longest *= 1.05 if behind else 0.8

    def done(self, town):
        """How much of drafting and issuing is done."""
        with town.look() as rows:
            done = rows("SELECT (SELECT count(*) FROM draft) + (SELECT count(*) FROM bill)")[0][0]
            return done / (2 * rows("SELECT count(*) FROM account")[0][0])

    def run(self):
        original = self.engine.set_up("kill_worker", "whole_run", STAFF, what="setup_read", books=self.books,
                                      homes=self.homes)
        calm = original.copy(self.engine.folder / "whole_run_calm")
        seconds = self.undisturbed(calm)
        stormy = original.copy(self.engine.folder / "whole_run_stormy")
        self.storm(stormy, seconds)
        done = self.done(stormy)
        self.undisturbed(stormy)
        self.compare(calm, stormy)
        print(f"{calm.engine}: whole run: {self.killed} kills, by which {done:.0%} was done; "
              f"{len(self.violations)} differences", file=sys.stderr)
        for town in (original, calm, stormy):
            town.discard()

    def compare(self, calm, stormy):
        one, other = exported(calm), exported(stormy)
        self.rows = sum(map(len, one.values()))
        self.violations += [f"{calm.engine}, whole run: {what}" for what in differences(one, other)]
        stormy.spoil("UPDATE bill_line SET amount_minor = amount_minor + 1"
                     " WHERE bill_id = (SELECT max(bill_id) FROM bill_line)", "bill_line")
        self.finds_a_fen = bool(differences(one, exported(stormy)))

