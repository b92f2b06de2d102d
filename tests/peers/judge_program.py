#!/usr/bin/env python3
"""Judges the program's rating over random cases: totals by tariff_calculator.py, derivations by trace_judge.py.

    judge_program.py --cli PATH --seed S --tariffs N --cases M [--golden DIR] [--traces T] [--out DIR]
                     [--through-run]

makes a golden folder (random_tariffs.py), lets `meterhall-cli golden` judge it, and prints for each kind of difference
how often it occurs and its shortest case. --traces asks `meterhall-cli rate` for T of the bills one by one: its total
must be this calculator's, its trace must hold, and no leaf may explain nothing. --through-run has every case billed by a
whole house: the tariff is entered, an account opened and read, its book run; what no service does is counted by its name.

Exit: 0 all agree, 1 something differs, 2 the call is wrong or nothing was judged.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import random_tariffs
import trace_judge
from tariff_calculator import number, read_cases


def kind_of(case, got):
    """The operation, and what went wrong without its numbers."""
    return case["op"], got.split("(")[0] if got[:1].isalpha() else "another total"


def judged_in_bulk(cli, folder, how):
    ran = subprocess.run([cli, "golden", *how, folder], text=True, capture_output=True, check=False)
    *lines, counts = ran.stdout.splitlines() or [ran.stderr]
    cases, kinds = {case["id"]: case for case in read_cases(folder)}, defaultdict(list)
    lacking = Counter(line.split(" skipped: ")[1] for line in lines if " skipped: " in line)
    differences = [line for line in lines if " skipped: " not in line]
    for line in differences:
        name, expected, got = line.split(" ", 2)
        kinds[kind_of(cases[name], got)].append((cases[name], expected, got))
    for why, count in lacking.most_common():
        print(f"{count} skipped: {why}")
    for (op, what), found in sorted(kinds.items()):
        case, expected, got = min(found, key=lambda one: len(json.dumps(one[0])))
        print(f"{len(found)} x {op}, {what}: expected {expected}, got {got}: {json.dumps(case, ensure_ascii=False)}")
    print(counts)
    return bool(differences), ran.returncode in (0, 1) and not counts.startswith("0 passed, 0 failed")


def wrong_trace(cli, folder, case):
    """What does not hold of one case, in words; None when all does, "" when the program does not rate it."""
    names = {case["inputs"][key] for key in ("tariff", "tariff_a", "tariff_b", "old", "new") if key in case["inputs"]}
    tariffs = [part for name in sorted(names) for part in ("--tariff", Path(folder) / "tariffs" / f"{name}.json")]
    ran = subprocess.run([cli, "rate", *tariffs, "--case", "-"], input=json.dumps(case), text=True,
                         capture_output=True, check=False)
    if ran.returncode:
        return ""
    answer = json.loads(ran.stdout)
    if number(answer["total"], "total") != number(case["expected"]["total"], "total"):
        return f"total {answer['total']}"
    if not answer.get("trace"):
        return None if number(answer["total"], "total") == 0 else "no trace"
    root = trace_judge.Node(answer["trace"])
    try:
        trace_judge.judge(root, answer["total"])
    except trace_judge.DoesNotHold as why:
        return str(why)
    idle = [leaf for leaf, outcome in trace_judge.mutate(root).items() if outcome == "nothing"]
    return f"{idle[0]} explains nothing" if idle else None


def judged_by_trace(cli, folder, count):
    held, refused, wrong = 0, 0, 0
    for case in [case for case in read_cases(folder) if case["op"] == "bill"][:count]:
        why = wrong_trace(cli, folder, case)
        held, refused, wrong = held + (why is None), refused + (why == ""), wrong + bool(why)
        if why:
            print(f"{case['id']}: {why}: {json.dumps(case, ensure_ascii=False)}")
    print(f"{held} derivations hold, {wrong} do not, {refused} bills are not rated")
    return bool(wrong)


def main():
    parser = argparse.ArgumentParser(description="Judges the program's rating over random cases.")
    parser.add_argument("--cli", required=True)
    parser.add_argument("--traces", type=int, default=0)
    parser.add_argument("--out")
    parser.add_argument("--through-run", action="store_true")
    options, rest = parser.parse_known_args()
    with tempfile.TemporaryDirectory(prefix="meterhall-judged-") as temporary:
        folder = options.out or temporary
        random_tariffs.make(random_tariffs.parsed([*rest, "--out", folder]))
        how = ["--through-run"] if options.through_run else []
        differs, judged = judged_in_bulk(options.cli, folder, how)
        differs |= bool(options.traces) and judged_by_trace(options.cli, folder, options.traces)
    return 2 if not judged else 1 if differs else 0


if __name__ == "__main__":
    sys.exit(main())
