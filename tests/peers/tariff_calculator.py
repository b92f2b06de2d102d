#!/usr/bin/env python3
"""A second, independent tariff calculator, to judge the rating of the program.

    tariff_calculator.py [--deep] DIR               judges all cases of a golden folder: prints `id expected got` for
                                                    each that differs, then `N passed, N failed, N skipped`
    tariff_calculator.py --tariff FILE … --case FILE|-   rates one case: {"total","lines":[…]}, decimals as text

Written from the wording of the published prices and the conventions of the golden form, in fractions; it shares
nothing with the program. A published total passes within half of its `published_precision`; a case with a
`corrected_total` must give that one; `formula` cases are skipped; a key that is not known is refused by its name.
--deep also compares lines, parts and every other number of `expected`. --mutant NAME breaks one rule on purpose.

Exit: 0 all right, 1 a case differs, 2 the call or its input is wrong.

What the golden form leaves open, and what is done here. The random cases (random_tariffs.py) stay clear of the points
marked *.

Ladder
 1. `months` scales a monthly ladder and no other (not one printed for two or four months*), `months_in_cycle` / 12 a
    yearly one, `days` one per day, where it must be there. `block_factor` multiplies whatever bounds there are. The
    household changes the bound first, then comes the span, then `quota_round`* of whatever came out; without it the
    bound keeps its fraction (7/12 of 260 is 151.666…).
 2. `people_months`: the bounds of each household size, weighted by months over the sum of months.
 3. `add_step`: the highest step reached counts alone, and is added to every bound. No `people`: no addition.
 4. Below zero the ladder is still its first tier.*
 5. Use beyond the last bound of a table that ends is refused.
 6. In a series or correction the ladder runs on until `reset` or `reset_each` says that it starts again, monthly
    ladders too: otherwise the keys would say nothing.*
 7. A whole band, a group of tables and a rebate band are chosen by the use of the bill alone: `prior` says nothing,
    use below zero is refused (rebate: none). Rebate bands and groups are of one bill: `months`* and `block_factor`
    scale them, a part of a year does not. `quota_round` and spans also scale the tables inside a group.*
Quantities
 8. The last share takes what is left. A share by ratio or by days is rounded to whole units, half up (33 x 0.35 = 12
    with no key saying so), that of a price change by days to hundredths (its example names whole units as something
    else than usual), unless `qty_round` says otherwise;* it is never more than the whole.
 9. The slice of a tier is shared among registers as the whole use is.
10. `restart_tiers`: the second part starts at zero, whatever the period had before.*
11. `heat` is the metered use of two-part prices; without it `usage` is.
Lines
12. Order: energy, free quota, per unit, rebate, fixed, discount, percentages (`post`), minimum.
13. Components replace the price of the tiers; a free quota is given back on each of them at its first price.*
    A free quota gives back nothing when there is no use.
14. `post` without `base` is a percentage of the charges, with `running` also of the percentages before it, with
    `tier_percent` of the amounts of each tier (all components).* Without `round` it is rounded as a line.
15. `discount_percent` is taken off the charges before the percentages, rounded as a line.*
16. `minimum` is filled up before the total is rounded*; also for no use at all*, never for use below zero.
17. Without `rounding` a line is rounded to 0.01 half up in every currency, and so is the total (which changes nothing).
    null is no rounding. Every mode is mirrored below zero: floor of -0.019 is -0.01, for discounts and rebates too.
Others
18. Late charge: the unrounded sum over all bills, then the minimum (only when something is late), then the cap (of
    the late bills together*), then 0.01 half up. The `policy` of a case is only said: its rates are in the inputs.
19. `prepay_money` buys the largest multiple of `step` that costs no more; what is not charged stays credit.
20. `vat_inclusive`: net = gross / (1 + rate) to 0.01 half up, the tax is the rest; the total is the gross.
21. Two bills of one period (price change, year, season, shares) are bills: each is rounded, fixed charges* and
    percentages* are in both.
22. Both a category and a season with tiers of their own: the season's.*
23. A file's remarks (`late_fee`, `proration`, `prepay_by_area`, `vat` and the like) are words and change no bill.
"""

import argparse
import json
import sys
from decimal import Decimal
from pathlib import Path

from tariff_bill import MUTANTS, RULES
from tariff_numbers import ZERO, Refused, known, number, text
from tariff_operations import Operations, golden_lines
from tariff_sheet import Tariff

CASE_KEYS = {"id", "kind", "op", "inputs", "expected", "corrected_total", "source", "quote", "note", "why", "policy",
             "title", "arithmetic", "memory_tariff"}
EXPECTED_WORDS = {"total", "published_precision", "line_amounts"}


def read_json(path):
    return json.loads(Path(path).read_text(encoding="utf-8"), parse_float=Decimal)


def read_tariffs(folder):
    return {path.stem: Tariff(read_json(path)) for path in sorted((Path(folder) / "tariffs").glob("*.json"))}


def read_cases(folder):
    return [case for path in sorted(Path(folder).glob("cases_*.json")) for case in read_json(path)]


def one_of(tariffs):
    def tariff_of(name):
        if name not in tariffs:
            raise Refused(f"there is no tariff {name!r}")
        return tariffs[name]
    return tariff_of


class Calculator:
    def __init__(self, tariffs, rules=RULES):
        self.operations = Operations(one_of(tariffs), rules)

    def calculate(self, case):
        known(case, CASE_KEYS, "case")
        return self.operations.run(case.get("op"), case.get("inputs", {}))

    def judge(self, case, deep=False):
        """None when there is nothing to judge, else [(place, expected, got)]: what differs."""
        if case.get("op") == "formula":
            return None
        expected = case["expected"]
        wanted = number(case.get("corrected_total", expected["total"]), "expected.total")
        try:
            result = self.calculate(case)
        except Refused as refusal:
            return [("", text(wanted), f"refused: {refusal}")]
        margin = number(expected.get("published_precision", 0), "published_precision") / 2
        differences = [] if abs(result.total - wanted) <= margin else [("", text(wanted), text(result.total))]
        return differences + (list(deeper(expected, shown(result))) if deep else [])


def shown(result):
    lines = result.detail.get("lines", golden_lines(result.lines))
    return {"lines": lines} | result.detail


def deeper(expected, got, place=""):
    """Every number of `expected` below the total that this calculator has too."""
    if isinstance(expected, dict):
        for key, value in expected.items():
            if key in EXPECTED_WORDS and not place:
                continue
            yield from deeper(value, got.get(key) if isinstance(got, dict) else None, f"{place}.{key}")
    elif isinstance(expected, list):
        if not isinstance(got, list) or len(got) != len(expected):
            yield place, f"{len(expected)} items", "other" if not isinstance(got, list) else f"{len(got)} items"
            return
        for i, item in enumerate(expected):
            yield from deeper(item, got[i], f"{place}[{i}]")
    elif not same(expected, got):
        yield place, str(expected), str(got)


def same(expected, got):
    try:
        return number(expected, "") == number(got, "")
    except Refused:
        return expected == got or expected == "topped up to minimum"


def judge_folder(folder, rules, deep):
    calculator, counts = Calculator(read_tariffs(folder), rules), {"passed": 0, "failed": 0, "skipped": 0}
    for case in read_cases(folder):
        differences = calculator.judge(case, deep)
        counts["skipped" if differences is None else "failed" if differences else "passed"] += 1
        for place, expected, got in differences or []:
            print(f"{case['id']}{place} {expected} {got}")
    print(", ".join(f"{count} {word}" for word, count in counts.items()))
    if not counts["passed"] + counts["failed"]:
        print("there was nothing to judge", file=sys.stderr)
        return 2
    return 1 if counts["failed"] else 0


def rate_case(tariff_files, case_file, rules):
    tariffs = {}
    for path in tariff_files:
        tariff = Tariff(read_json(path))
        tariffs[tariff.id] = tariff
    case = json.load(sys.stdin, parse_float=Decimal) if case_file == "-" else read_json(case_file)
    result = Calculator(tariffs, rules).calculate(case)
    print(json.dumps({"total": text(result.total), "lines": [line.shown() for line in result.lines]},
                     ensure_ascii=False))
    return 0


def main():
    parser = argparse.ArgumentParser(description="A second, independent tariff calculator.")
    parser.add_argument("folder", nargs="?", help="a golden folder: judges all its cases")
    parser.add_argument("--tariff", action="append", default=[], help="a tariff file, with --case")
    parser.add_argument("--case", help="a file with one case, or - for standard input")
    parser.add_argument("--deep", action="store_true", help="compare lines and parts, not only totals")
    parser.add_argument("--mutant", choices=sorted(MUTANTS), help="break one rule on purpose")
    options = parser.parse_args()
    rules = MUTANTS[options.mutant] if options.mutant else RULES
    if bool(options.folder) == bool(options.case):
        parser.error("either a folder or --tariff with --case")
    try:
        if options.folder:
            return judge_folder(options.folder, rules, options.deep)
        return rate_case(options.tariff, options.case, rules)
    except (Refused, OSError, json.JSONDecodeError) as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
