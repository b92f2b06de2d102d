#!/usr/bin/env python3
"""play_days.py --bin FOLDER --source FOLDER [--seeds N] [--homes N] [--books N] [--customers N] [--engine E]

Plays whole days of the sandbox town with the faults of a bad line, each with another seed, and has every one judged by
tests/peers/town_judge.py. Prints one JSON line a day and exits 1 when one of them does not hold.
"""

import argparse
import contextlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "peers"))
from plain_rows import PostgresRows, SqliteRows  # noqa: E402
from postgres_server import PostgresServer  # noqa: E402
from town_judge import judge  # noqa: E402

DATABASE = "postgres"
FAULTS = {"lost": 0.05, "late_duplicate": 0.02, "corrupt": 0.02, "torn": 0.01,
          "dead_meters": 1, "wrong_clocks": 2, "rollovers": 1, "reversed": 1}


@contextlib.contextmanager
def server_for(engine):
    """A server of its own for every day: its roles are the operators of one utility."""
    if engine == "sqlite":
        yield None
    else:
        with PostgresServer() as server:
            yield server


class Day:
    def __init__(self, options, seed, folder, server=None):
        self.options, self.seed, self.server = options, seed, server
        self.folder = Path(folder)

    def play(self, program="meterhall-cli"):
        """(exit code, figures of the program, its messages)"""
        faults = self.folder / "faults.json"
        faults.write_text(json.dumps(FAULTS), encoding="utf-8")
        words = [Path(self.options.bin) / program, "day", "--homes", self.options.homes, "--books", self.options.books,
                 "--customers", self.options.customers, "--seed", self.seed, "--faults", faults, "--out", self.folder]
        if self.server:
            words += ["--db", self.server.url(DATABASE)]
        done = subprocess.run([*map(str, words)], capture_output=True, text=True, check=False, timeout=3000)
        return done.returncode, json.loads(done.stdout) if done.stdout.strip() else {}, done.stderr

    def rows(self):
        if self.server:
            return PostgresRows(self.server.folder, DATABASE)
        return SqliteRows(self.folder / "town.db")

    def judged(self):
        return judge(self.rows(), self.folder, Path(self.options.source) / "resources/tariffs")


def one_day(options, engine, seed):
    with tempfile.TemporaryDirectory(prefix="meterhall-day-") as folder, server_for(engine) as server:
        day = Day(options, seed, folder, server)
        began = time.monotonic()
        code, figures, messages = day.play()
        seconds = time.monotonic() - began
        wrong, judged = day.judged() if code == 0 else ([messages.strip().splitlines()[-1]], {})
        return {"engine": engine, "seed": seed, "seconds": round(seconds, 1), "wrong": wrong[:20], "judged": judged,
                "meters": figures.get("meters", 0), "requests": figures.get("requests", 0)}


def parsed(arguments):
    options = argparse.ArgumentParser()
    options.add_argument("--bin", required=True)
    options.add_argument("--source", required=True)
    options.add_argument("--seeds", type=int, default=10)
    options.add_argument("--homes", type=int, default=2000)
    options.add_argument("--books", type=int, default=8)
    options.add_argument("--customers", type=int, default=40)
    options.add_argument("--engine", choices=["sqlite", "postgresql", "both"], default="both")
    return options.parse_args(arguments)


def main():
    options = parsed(None)
    held = True
    for engine in ["sqlite", "postgresql"] if options.engine == "both" else [options.engine]:
        for seed in range(1, options.seeds + 1):
            result = one_day(options, engine, seed)
            print(json.dumps(result, ensure_ascii=False), flush=True)
            held = held and not result["wrong"]
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
