#!/usr/bin/env python3
"""killer.py --bin FOLDER [--kills N] [--engine sqlite|postgresql] [--phase NAME] [--json]

Kills a program that works, again and again, and judges from outside what it left. It shares no code with the program: it
knows its own list of what was acknowledged, and the database as plain SQL shows it.

A round: a worker is started and killed by SIGKILL, or its database server is, at a random moment of a phase. The
phase is proved by the state that is found in the database; a kill that cannot be proved is judged and not counted.
Then what was acknowledged must be there once, `meterhall-cli verify` must find nothing, another worker takes up what
lies there and ends it, and whatever was done says so when it is asked for again. Last, builds that were sabotaged on
purpose must fail the same judgement.
"""

import argparse
import datetime
import json
import os
import pathlib
import random
import select
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import traceback

import engines
import judge
import whole_run

PASSWORD = "Kill-Town-2026"
FIRST_DAY = datetime.date(2026, 11, 20)
ENVIRONMENT = {**os.environ, "METERHALL_PASSWORD": PASSWORD}
SABOTAGES = {"no_unique_key": "doubled", "acknowledge_before_commit": "lost", "synchronous_off": "lost"}


def command_of(worker, what, town, staff, day):
    return [str(worker), what, "--db", town.url, "--folder", str(town.folder), "--staff", staff,
            "--day", day.isoformat()]


def day_of(microseconds):
    """The day in the utility's zone."""
    zone = datetime.timezone(datetime.timedelta(hours=8))
    return datetime.datetime.fromtimestamp(microseconds / 1e6, zone).date()


def date_of(number):
    return datetime.date(number // 10000, number // 100 % 100, number % 100)


def day_in_month(number):
    """The 20th of an accounting month."""
    return datetime.date(number // 100, number % 100, 20)


def month_after(day):
    return (day.replace(day=1) + datetime.timedelta(days=32)).replace(day=20)


class Phase:
    """How one phase is recognised in the database, and what must be true when it was taken up and ended."""

    first_day = FIRST_DAY

    def __init__(self, books):
        self.books = books

    def lines(self):
        """How many lines of the phase the worker may write before its last moments begin."""
        return range(1, 6)

    def prepare(self, rows):
        """Looks at the database before the worker starts."""

    def ended(self, rows, day):
        return []

    def day_left(self, rows, day):
        """The day in which the worker was when it was killed."""
        return day

    def next_day(self, day):
        return day

    def asked_again(self, kept, rows):
        """Keys that are asked for again, and whether each was done when the worker died."""
        return {}

    def said_again(self, rows, day):
        """What the worker that ends the phase must have called "done already"."""
        return set()


class Reading(Phase):
    """A reading run is open, and some of its meters have reported: not none, not all."""

    name = "reading"
    first_day = FIRST_DAY + datetime.timedelta(days=1)

    @staticmethod
    def _of_day(rows, day):
        number = day.year * 10000 + day.month * 100 + day.day
        return rows(f"SELECT count(*) FROM {judge.reading_rows(rows)} r WHERE received_on = {number}")[0][0]

    @staticmethod
    def _meters(rows):
        return rows("SELECT count(*) FROM meter")[0][0]

    def proved(self, rows):
        open_runs = rows("SELECT started_at FROM reading_run WHERE state = 1")
        return len(open_runs) == 1 and 0 < self._of_day(rows, day_of(open_runs[0][0])) < self._meters(rows)

    def day_left(self, rows, day):
        last = rows("SELECT max(started_at) FROM reading_run")[0][0]
        return day_of(last) if last else day

    def next_day(self, day):
        return day + datetime.timedelta(days=1)

    def said_again(self, rows, day):
        known = self._of_day(rows, day)
        return {f"{known} readings"} if known else set()

    def ended(self, rows, day):
        found = ["half: a reading run"] if rows("SELECT id FROM reading_run WHERE state = 1") else []
        return found + (["half: the day's readings"] if self._of_day(rows, day) != self._meters(rows) else [])


class Month(Phase):
    """What drafting and issuing have in common: the month is issued in the end, every account once."""

    first_day = month_after(FIRST_DAY)

    def next_day(self, day):
        return month_after(day)

    @staticmethod
    def runs(rows):
        return rows("SELECT book_id, state, drafted_at, number FROM billing_run WHERE accounting_month ="
                    " (SELECT max(accounting_month) FROM billing_run) ORDER BY book_id")

    def said_again(self, rows, day):
        return {f"i:{number}" for number, in rows(
            f"SELECT number FROM billing_run WHERE accounting_month = {day.year * 100 + day.month}")}

    def ended(self, rows, day):
        missing = rows("SELECT a.number FROM account a WHERE NOT EXISTS (SELECT 1 FROM bill b WHERE b.account_id = a.id"
                       f" AND b.accounting_month = {day.year * 100 + day.month})")
        return [f"half: account {number} was not billed" for number, in missing]


class Drafting(Month):
    """The books are drafted in turn, over and over: some have drafts of this turn and others of the one before or
    none."""

    name = "drafting"

    def lines(self):
        return [count for count in range(1, 3 * self.books) if count % self.books]

    def prepare(self, rows):
        self.month_before = rows("SELECT max(accounting_month) FROM billing_run")[0][0]

    def proved(self, rows):
        if rows("SELECT max(accounting_month) FROM billing_run")[0][0] == self.month_before:
            return False
        runs = self.runs(rows)
        instants = [drafted_at for _, _, drafted_at, _ in runs]
        return all(state == 1 for _, state, _, _ in runs) and (len(runs) < self.books or instants != sorted(instants))


class Issuing(Month):
    """A run is being issued, or some of the month's runs are issued and others not."""

    name = "issuing"

    def lines(self):
        return range(0, 4 * self.books)

    def proved(self, rows):
        states = [state for _, state, _, _ in self.runs(rows)]
        return 3 in states or (4 in states and len(states) == self.books and set(states) != {4})

    def day_left(self, rows, day):
        return day_in_month(rows("SELECT max(accounting_month) FROM billing_run")[0][0])


class Payment(Phase):
    """A shift is open and not counted, and it has receipts that it had not when the worker started."""

    name = "payment"

    def lines(self):
        return range(2, 20)

    @staticmethod
    def _receipts(rows):
        return rows("SELECT count(*) FROM receipt r WHERE NOT EXISTS (SELECT 1 FROM shift_count c"
                    " WHERE c.shift_id = r.shift_id)")[0][0]

    def prepare(self, rows):
        self.before = self._receipts(rows)

    def proved(self, rows):
        return self._receipts(rows) > self.before

    def asked_again(self, kept, rows):
        stored = {key for key, in rows("SELECT DISTINCT payment_id FROM receipt")}
        asked = kept.last_tried[-4:]
        return {key: int(key.split(":")[1]) in stored for key in asked}


class DayClose(Phase):
    """A drawer of the day is counted and the day is not closed."""

    name = "day_close"
    first_day = FIRST_DAY + datetime.timedelta(days=1)

    def lines(self):
        return range(0, 5)

    def proved(self, rows):
        return bool(rows("SELECT 1 FROM shift_opening o JOIN shift_count c ON c.shift_id = o.id WHERE NOT EXISTS"
                         " (SELECT 1 FROM day_close d WHERE d.business_day = o.business_day)"))

    def day_left(self, rows, day):
        last = rows("SELECT max(business_day) FROM shift_opening")[0][0]
        return date_of(last) if last else day

    def next_day(self, day):
        return day + datetime.timedelta(days=1)

    def said_again(self, rows, day):
        number = day.year * 10000 + day.month * 100 + day.day
        return {f"c:{number}"} | {f"s:{shift}" for shift, in rows(
            f"SELECT id FROM shift_opening WHERE business_day = {number}")}

    def ended(self, rows, day):
        number = day.year * 10000 + day.month * 100 + day.day
        found = [] if rows(f"SELECT 1 FROM day_close WHERE business_day = {number}") else ["half: the day is open"]
        left = rows("SELECT id FROM shift_opening o WHERE NOT EXISTS (SELECT 1 FROM shift_closing c"
                    " WHERE c.shift_id = o.id)")
        return found + ["half: a shift is open" for _ in left]


PHASES = {phase.name: phase for phase in (Reading, Drafting, Issuing, Payment, DayClose)}


class Kept(judge.Kept):
    """With the order of what was tried, so that the last can be asked for again."""

    def __init__(self):
        super().__init__()
        self.last_tried = []

    def hear(self, line):
        super().hear(line)
        if line.startswith("try "):
            self.last_tried = [*self.last_tried[-9:], line.split()[1]]


class Rounds:
    """All kills of one phase on one workplace that grows older."""

    def __init__(self, programs, town, phase, worker="kill_worker", staff="a"):
        self.programs = programs
        self.town = town
        self.phase = phase
        self.worker = worker
        self.staff = staff
        self.day = phase.first_day
        self.life = 1
        self.gap = 0.01  # seconds between two lines, as they were in the last round
        self.kept = Kept()
        self.counted = 0
        self.rounds = 0
        self.violations = []

    def command(self, *words):
        self.life += 1
        return [*command_of(self.programs / self.worker, self.phase.name, self.town, self.staff, self.day),
                "--life", str(self.life), *words]

    def run(self, kill):
        """One kill and its judgement; true when the phase was proved."""
        self.rounds += 1
        with self.town.look() as rows:
            self.phase.prepare(rows)
        self.work_and_die(kill)
        self.town.settle()
        with self.town.look() as rows:
            proved = self.phase.proved(rows)
            self.blame(kill, judge.violations(rows, self.kept))
            self.day = self.phase.day_left(rows, self.day)
            again = self.phase.asked_again(self.kept, rows)
            said = self.phase.said_again(rows, self.day)
        self.counted += proved
        return proved, again, said

    def blame(self, kill, found):
        self.violations += [f"{self.town.engine}, {self.phase.name}, round {self.rounds} ({kill}): {what}"
                            for what in found]

    def work_and_die(self, kill):
        environment = {**ENVIRONMENT, **self.town.environment(kill)}
        with tempfile.TemporaryFile() as complaints, subprocess.Popen(
                self.command(), stdout=subprocess.PIPE, stderr=complaints, env=environment) as worker:
            pipe = Pipe(worker.stdout.fileno(), self.kept)
            if pipe.read_until(lambda line: line == "phase", 120):
                self.wait_for_the_moment(pipe)
            ended_alone = worker.poll() is not None
            self.town.strike(kill, worker)
            pipe.read_until(lambda line: False, 60)
            if ended_alone:
                complaints.seek(0)
                self.blame(kill, [f"the worker ended by itself: {complaints.read().decode()[-400:]}"])

    def wait_for_the_moment(self, pipe):
        """Some lines, and then any moment until the next would come."""
        left = count = random.choice(self.phase.lines())
        began = time.monotonic()

        def is_last(_):
            nonlocal left
            left -= 1
            return left == 0

        if count and pipe.read_until(is_last, 120):
            self.gap = (time.monotonic() - began) / count
        pipe.read_until(lambda line: False, random.uniform(0, 1.2 * self.gap))

    def verify(self, kill):
        found = subprocess.run(
            [str(self.programs / "meterhall-cli"), "verify", "--db", self.town.url, "--folder", str(self.town.folder),
             "--operator", f"{self.staff}1", "--seat", "1"],
            capture_output=True, check=False, text=True, env=ENVIRONMENT)
        if found.returncode != 0 or found.stdout.strip() != "[]":
            self.blame(kill, [f"verify: {found.stdout[-400:]} {found.stderr[-400:]}"])

    def finish(self, kill, again, said):
        """Another worker takes it up, ends it, and is asked once more for what was done."""
        answered = subprocess.run(self.command("--finish", *again), capture_output=True, check=False, text=True,
                                  env=ENVIRONMENT)
        lines = answered.stdout.splitlines()
        for line in lines:
            self.kept.hear(line)
        if answered.returncode != 0:
            self.blame(kill, [f"not taken up: {answered.stderr[-400:]}"])
            return
        repeated = {key for line in lines if line.startswith("again ") for key in line.split()[1:]}
        known = sum(int(key[2:]) for key in repeated_readings(lines))
        if known:
            repeated.add(f"{known} readings")
        self.blame(kill, [f"not told as done already: {what}" for what in sorted(said - repeated)])
        for key, was_done in again.items():
            if was_done != (key in repeated):
                self.blame(kill, [f"{key} was {'' if was_done else 'not '}done before, and the answer was otherwise"])
        with self.town.look() as rows:
            self.blame(kill, judge.violations(rows, self.kept))
            self.blame(kill, self.phase.ended(rows, self.day))
        self.day = self.phase.next_day(self.day)


def repeated_readings(lines):
    return [key for line in lines if line.startswith("again r:") for key in line.split()[1:]]


class Pipe:
    """The lines of a worker, told on as soon as they are whole."""

    def __init__(self, descriptor, kept):
        self.descriptor = descriptor
        self.kept = kept
        self.rest = b""

    def read_until(self, wanted, seconds):
        """True when a wanted line came in time; false at the end of the time or of the pipe."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if not select.select([self.descriptor], [], [], left)[0]:
                break
            read = os.read(self.descriptor, 1 << 16)
            if not read:
                break
            *lines, self.rest = (self.rest + read).split(b"\n")
            texts = [line.decode() for line in lines]
            for line in texts:
                self.kept.hear(line)
            if any(wanted(line) for line in texts):
                return True
        return False


class Engine:
    """All rounds on one engine: five phases, and the sabotaged builds."""

    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.figures = []
        self.violations = []
        self.kept = 0

    def town(self, name):
        raise NotImplementedError

    def command(self, worker, what, town, staff):
        return command_of(self.options.bin / worker, what, town, staff, FIRST_DAY)

    def set_up(self, worker, name, staff, what="setup", books=None, homes=None):
        """A town as this worker makes it. Logins belong to the whole server: every town that is set up has its own."""
        town = self.town(name)
        subprocess.run([*self.command(worker, what, town, staff), "--books", str(books or self.options.books),
                        "--homes", str(homes or self.options.homes)],
                       check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
        return town

    def run(self):
        if self.options.run_kills:
            self.run_whole()
        if self.options.run_only:
            return
        original = self.set_up("kill_worker", "original", "a")
        for name in self.options.phase or PHASES:
            self.run_phase(original.copy(self.folder / f"town_{name}"), PHASES[name](self.options.books))
        self.figure("acknowledged keys looked up", self.kept, "keys")
        self.figure("violations", len(self.violations), "violations", at_most=0)
        if not self.options.phase:
            found = sum(self.finds(sabotage, original) for sabotage in SABOTAGES)
            self.figure("sabotaged builds found", found, "builds", at_least=len(SABOTAGES))

    def figure(self, name, value, unit, **goal):
        self.figures.append({"name": f"{name}, {self.engine}", "value": value, "unit": unit, **goal})

    def run_phase(self, town, phase):
        rounds = Rounds(self.options.bin, town, phase)
        while rounds.counted < self.options.kills and rounds.rounds < 30 + 5 * self.options.kills:
            kill = town.kills[rounds.rounds % len(town.kills)]
            _, again, said = rounds.run(kill)
            rounds.verify(kill)
            rounds.finish(kill, again, said)
            if len(rounds.violations) > 20:
                break
        rounds.verify("after all")
        self.figure(f"kills in {phase.name}", rounds.counted, "kills", at_least=self.options.kills)
        print(f"{self.engine}: {phase.name}: {rounds.counted} kills counted of {rounds.rounds}, "
              f"{rounds.kept.count()} keys, {len(rounds.violations)} violations", file=sys.stderr)
        self.violations += rounds.violations
        self.kept += rounds.kept.count()
        town.discard()

    def run_whole(self):
        whole = whole_run.WholeRun(self, ENVIRONMENT, self.options.run_kills, self.options.run_accounts)
        whole.run()
        self.violations += whole.violations
        self.figure(f"kills of one run over {self.options.run_accounts} accounts", whole.killed, "kills",
                    at_least=self.options.run_kills)
        self.figure(f"differences from a run that nobody disturbed, {whole.rows} rows", len(whole.violations),
                    "tables", at_most=0)
        self.figure("a bill line with one fen more is found", int(whole.finds_a_fen), "", at_least=1)

    def finds(self, sabotage, original):
        """Whether the judgement that the honest build passes finds what this build does wrong."""
        worker = f"kill_worker_{sabotage}"
        name = f"sabotaged_{sabotage}"
        own_schema = sabotage == "no_unique_key"
        staff = "b" if own_schema else "a"
        town = self.set_up(worker, name, staff) if own_schema else original.copy(self.folder / name)
        rounds = Rounds(self.options.bin, town, Payment(self.options.books), worker, staff)
        for _ in range(self.options.tries):
            kill = town.kill_that_loses_unsynced
            _, again, said = rounds.run(kill)
            if own_schema:
                rounds.finish(kill, again, said)
            found = [what for what in rounds.violations if f"): {SABOTAGES[sabotage]}: " in what]
            if found:
                print(f"{self.engine}: {sabotage} is found: {found[0]}", file=sys.stderr)
                break
        else:
            print(f"{self.engine}: {sabotage} is NOT found; {rounds.violations[:3]}", file=sys.stderr)
        town.discard()
        return bool(found)


class Sqlite(Engine):
    engine = "SQLite"

    def town(self, name):
        return engines.SqliteTown(self.folder / name, self.options.bin / "kills_unsynced.so")


class Postgres(Engine):
    engine = "PostgreSQL"
    server = None

    def town(self, name):
        town = engines.PostgresTown(self.folder / name, self.server)
        town.create()
        return town

    def run(self):
        with engines.KilledServer() as self.server:
            super().run()
        self.figure("of all kills, those of the server", self.server.killed, "kills")


ENGINES = {"sqlite": Sqlite, "postgresql": Postgres}


def holds(figure):
    return figure["value"] >= figure.get("at_least", 0) and figure["value"] <= figure.get("at_most", float("inf"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", type=pathlib.Path, required=True, help="where the programs are")
    parser.add_argument("--kills", type=int, default=40, help="counted kills in each phase")
    parser.add_argument("--tries", type=int, default=12, help="kills of each sabotaged build, at most")
    parser.add_argument("--books", type=int, default=3)
    parser.add_argument("--homes", type=int, default=24, help="in each book, of which a quarter has a second account")
    parser.add_argument("--run-kills", type=int, default=500, help="of one billing run; 0 leaves it out")
    parser.add_argument("--run-accounts", type=int, default=20_000)
    parser.add_argument("--run-only", action="store_true", help="only the kills of one billing run")
    parser.add_argument("--engine", choices=ENGINES, action="append")
    parser.add_argument("--phase", choices=PHASES, action="append", help="only this one, and no sabotage")
    parser.add_argument("--json", action="store_true", help="the figures on standard output")
    options = parser.parse_args()
    options.bin = options.bin.resolve()
    memory = pathlib.Path("/dev/shm")
    ample = memory.is_dir() and shutil.disk_usage(memory).free > 2 << 30
    with tempfile.TemporaryDirectory(prefix="meterhall-kills-", dir=memory if ample else None) as folder:
        os.chmod(folder, 0o755)  # the server is another user
        tempfile.tempdir = folder
        figures, violations = run_all(options, pathlib.Path(folder))
    for violation in violations:
        print(violation, file=sys.stderr)
    if options.json:
        json.dump(figures, sys.stdout, indent=1)
    else:
        for figure in figures:
            print(f"{'holds ' if holds(figure) else 'FAILS '} {figure['name']}: {figure['value']} {figure['unit']}")
    return 0 if figures and all(holds(figure) for figure in figures) else 1


def run_all(options, folder):
    """The engines side by side; an engine that cannot be run to its end is a violation."""
    figures, violations = {}, []

    def run(name):
        aside = folder / name
        aside.mkdir()
        os.chmod(aside, 0o755)
        try:
            engine = ENGINES[name](options, aside)
            engine.run()
            figures[name] = engine.figures
            violations.extend(engine.violations)
        except Exception:  # pylint: disable=broad-except # told, and the run fails
            violations.append(traceback.format_exc())
            figures[name] = [{"name": f"ran to its end, {name}", "value": 0, "unit": "runs", "at_least": 1}]

    names = options.engine or list(ENGINES)
    threads = [threading.Thread(target=run, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [figure for name in names for figure in figures[name]], violations


if __name__ == "__main__":
    sys.exit(main())
