#!/usr/bin/env python3
"""The second tariff calculator, the random cases and the judge of derivations, by cases worked out by hand.

Bills of METERHALL_SHARED/golden are judged too where that folder is (default: ../shared beside the project).
"""

import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
import unittest
from collections import Counter
from fractions import Fraction
from pathlib import Path

import random_tariffs
import trace_judge
from tariff_bill import MUTANTS, RULES, slices
from tariff_calculator import Calculator, judge_folder, read_cases, read_tariffs
from tariff_numbers import Refused, Rounding, text
from tariff_sheet import Tariff

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("METERHALL_SHARED", HERE.parents[1] / ".." / "shared"))
HALF_EVEN = {"line": ["0.01", "half_even"], "total": ["0.01", "half_even"]}


def ladder(**changes):
    """100 at 2, 50 more at 3, the rest at 5; a year."""
    return {"id": "town", "tier_mode": "graduated", "cycle": {"kind": "year", "reset": "01-01"}, "tiers": [
        {"upto": 100, "price": "2.00"}, {"upto": "150", "price": "3.00"}, {"upto": None, "price": "5.00"}]} | changes


def monthly(**changes):
    return ladder(cycle={"kind": "month"}, **changes)


def flat(price="1.25", **changes):
    return {"id": "town", "tier_mode": "flat", "components": [{"code": "gas", "prices": [price]}]} | changes


REGISTERS = {"base": {"peak": "0.60", "valley": "0.30"}}
ADDERS = [{"upto": 100, "adder": "0"}, {"upto": None, "adder": "0.1"}]
ADDER = {"id": "town", "tier_mode": "adder", "cycle": {"kind": "month"}, "base_price": "0.5", "tou": REGISTERS,
         "tiers": ADDERS}
TABLE = monthly(tiers=[{"upto": 100, "price": "0"}, {"upto": None, "price": "0"}],
                tou={"tier_prices": [{"peak": "1", "valley": "0.5"}, {"peak": "2", "valley": "1.5"}]})
GROUPS = {"id": "town", "tier_mode": "grouped", "cycle": {"kind": "month"}, "groups": [
    {"upto": 100, "fixed": "10", "tiers": [{"upto": None, "price": "1"}]},
    {"upto": None, "fixed": "30", "tiers": [{"upto": 100, "price": "2"}, {"upto": None, "price": "4"}]}]}
BANDS = {"id": "town", "tier_mode": "whole_volume", "cycle": {"kind": "month"}, "tiers": [
    {"upto": 20, "price": "1.5", "fixed": "7"}, {"upto": None, "price": "1.2", "fixed": "12"}]}
REBATE = flat(rebates=[{"code": "saving", "bands": [{"upto": 10, "rate": "0.5"}, {"upto": 20, "rate": "0.25"}]}])
PARTS = ladder(components=[{"code": "water", "prices": ["1.5", "2.5", "4.5"]}, {"code": "sewage", "prices": ["0.5"]}])


def household(**rule):
    return monthly(household_rule=rule)


UPPER = household(kind="add_upper", over=4, per_person=[20, 30])
WIDTH = household(kind="add_width", over=4, per_person=[20, 30])
STEP = household(kind="add_step", steps=[{"from_people": 7, "add": "90"}, {"from_people": 5, "add": "40"}])
HEADS = household(kind="per_capita_from", from_people=5, per_person=["25", "37.5"])
TAXED = flat("1", post=[{"code": "levy", "rate": "0.1"}, {"code": "tax", "rate": "0.1"}])
TAXED_ON = flat("1", post=[{"code": "levy", "rate": "0.1"}, {"code": "tax", "rate": "0.1", "base": "running"}])
BY_TIER = monthly(post=[{"code": "levy", "base": "tier_percent", "rates": ["0", "0.5", "1"]}])
YEN = flat("1.7", rounding={"line": ["1", "floor"], "total": ["1", "floor"]})

# (tariff, inputs, total, the arithmetic)
BILLS = [
    (ladder(), {"usage": "100"}, "200", "the bound is inside: 100 x 2"),
    (ladder(), {"usage": "101"}, "203", "200 + 1 x 3"),
    (ladder(), {"usage": "150"}, "350", "200 + 50 x 3"),
    (ladder(), {"usage": "160.5"}, "402.5", "350 + 10.5 x 5"),
    (ladder(), {"usage": "0"}, "0", "nothing used"),
    (ladder(), {"usage": "20", "prior": "90"}, "50", "10 x 2 + 10 x 3"),
    (ladder(), {"usage": "1", "prior": "100"}, "3", "the first unit after the bound"),
    (ladder(), {"usage": "-30", "prior": "120"}, "-80", "back over the bound: 20 x 3 + 10 x 2"),
    (ladder(), {"usage": "60", "months_in_cycle": 6}, "130", "bounds 50 and 75: 50 x 2 + 10 x 3"),
    (ladder(), {"usage": "60", "months_in_cycle": 7, "quota_round": ["1", "half_up"]}, "122",
     "58.33 is 58: 116 + 2 x 3"),
    (ladder(), {"usage": "60", "months_in_cycle": 7}, "121.67", "58.3333 x 2 = 116.67, 1.6667 x 3 = 5.00"),
    (ladder(), {"usage": "160", "months": 2}, "400", "a yearly ladder does not widen with a long bill: 350 + 50"),
    (monthly(), {"usage": "210", "months": 2}, "430", "bounds 200 and 300: 400 + 30"),
    (monthly(), {"usage": "160", "block_factor": "45/30"}, "330", "bounds 150 and 225: 300 + 10 x 3"),
    (ladder(cycle={"kind": "bimonth"}), {"usage": "110", "months": 2}, "230", "printed for two months"),
    (ladder(cycle={"kind": "per_day"}), {"usage": "250", "days": 2}, "550", "200 x 2 + 50 x 3"),
    (UPPER, {"usage": "170", "people": 5}, "390", "bounds 120 and 180: 240 + 150"),
    (flat("0.5"), {"usage": "3.01"}, "1.51", "1.505 is a tie: up"),
    (flat("0.5"), {"usage": "-3.01"}, "-1.51", "the mirror image"),
    (flat("0.5", rounding=HALF_EVEN), {"usage": "3.01"}, "1.5", "the same tie to even"),
    (flat("0.5"), {"usage": "3.01", "rounding_override": HALF_EVEN}, "1.5", "said by the case"),
    (YEN, {"usage": "7"}, "11", "11.9 cut"),
    (YEN, {"usage": "-7"}, "-11", "mirrored, not -12"),
    (monthly(rounding={"line": ["0.01", "half_up"], "total": ["0.05", "half_up"]}),
     {"usage": "1.01"}, "2", "2.02 in steps of 0.05"),
    (PARTS, {"usage": "120"}, "260", "100 x (1.5 + 0.5) + 20 x (2.5 + 0.5)"),
    (ADDER, {"tou": {"peak": "80", "valley": "40"}}, "62", "48 + 12 + 20 x 0.1"),
    (ADDER, {"usage": "120"}, "62", "120 x 0.5 + 20 x 0.1"),
    (TABLE, {"tou": {"peak": "90", "valley": "60"}}, "170", "100: 60 x 1 + 40 x 0.5; 50: 30 x 2 + 20 x 1.5"),
    (GROUPS, {"usage": "100"}, "110", "the bound is in the first group"),
    (GROUPS, {"usage": "101"}, "234", "30 + 200 + 4"),
    (BANDS, {"usage": "20"}, "37", "7 + 20 x 1.5"),
    (BANDS, {"usage": "21"}, "37.2", "12 + 21 x 1.2"),
    (REBATE, {"usage": "10"}, "7.5", "12.5 - 10 x 0.5"),
    (REBATE, {"usage": "20"}, "20", "25 - 20 x 0.25"),
    (REBATE, {"usage": "21"}, "26.25", "nothing back above the last band"),
    (REBATE, {"usage": "15", "block_factor": "1.5"}, "11.25", "the first band reaches 15: 18.75 - 7.5"),
    (flat(minimum="9"), {"usage": "2"}, "9", "2.5 filled up"),
    (flat(minimum="9"), {"usage": "8"}, "10", "more than the least"),
    (flat(fixed=[{"code": "meter", "amount": "3", "per": "month"}]), {"usage": "4", "months": 2}, "11", "5 + 2 x 3"),
    (flat(per_unit=[{"code": "fuel", "rate": "0.333"}]), {"usage": "4"}, "6.33", "5 + 1.332"),
    (TAXED, {"usage": "100"}, "120", "each of the charges"),
    (TAXED_ON, {"usage": "100"}, "121", "110 x 1.1"),
    (BY_TIER, {"usage": "152"}, "445", "350 + 10, and 0 + 75 + 10"),
    (flat("1", post=[{"code": "tax", "rate": "0.1", "round": ["1", "floor"]}]), {"usage": "39"}, "42", "39 + 3"),
    (monthly(), {"usage": "120", "free_qty": "10"}, "240", "260 - 10 x 2"),
    (monthly(), {"usage": "4", "free_qty": "10"}, "0", "never below nothing"),
    (flat(), {"usage": "8", "discount_percent": "15"}, "8.5", "10 - 1.5"),
    (UPPER, {"usage": "160", "people": 6}, "340", "bounds 140 and 210: 280 + 60"),
    (WIDTH, {"usage": "260", "people": 6}, "660", "bounds 140 and 250: 280 + 330 + 50"),
    (UPPER, {"usage": "160", "people": 4}, "400", "four are not more than four: 350 + 50"),
    (UPPER, {"usage": "160"}, "400", "nobody counted: as printed"),
    (HEADS, {"usage": "160", "people": 6}, "330", "bounds 150 and 225: 300 + 30"),
    (HEADS, {"usage": "160", "people": 4}, "400", "from five people on"),
    (STEP, {"usage": "150", "people": 6}, "310", "bounds 140 and 190: 280 + 30"),
    (STEP, {"usage": "200", "people": 8}, "410", "the higher step alone: 190 and 240: 380 + 30"),
    (UPPER, {"usage": "160", "people_months": [[4, 6], [6, 6]]}, "360", "bounds 120 and 180: 240 + 120"),
    (ladder(), {"readings": [{"meter": "A", "from": 990, "to": 8, "rollover": 1000},
                             {"meter": "B", "from": 5, "to": 95}]}, "224", "18 + 90 = 108: 200 + 24"),
    (flat("1"), {"readings": [{"meter": "A", "from": 1, "to": 3, "multiplier": 20}]}, "40", "2 x 20"),
    (ladder(categories={"boiler": {"tiers": [{"upto": 1000, "price": "2"}, {"upto": None, "price": "9"}]}}),
     {"usage": "200", "category": "boiler"}, "400", "the boiler's own bounds"),
    ({"id": "town", "tier_mode": "two_part", "cycle": {"kind": "season"}, "two_part": {"basic": "6", "metered": "0.2"}},
     {"area": "80.5", "heat": "1000", "usage": "0"}, "683", "483 + 200"),
]

NEW = ladder(id="dearer", tiers=[{"upto": 120, "price": "2.20"}, {"upto": None, "price": "4.00"}])
SEASONS = monthly(seasons={"summer": {"tiers": [{"upto": 200, "price": "2.00"}, {"upto": None, "price": "3.00"}]},
                           "winter": {"tiers": [{"upto": 100, "price": "2.00"}, {"upto": None, "price": "3.00"}]}})
CHANGE = {"old": "town", "new": "dearer", "from": "2026-03-01", "effective": "2026-03-21", "to": "2026-03-31"}
NEW_YEAR = {"tariff": "town", "from": "2025-12-22", "to": "2026-01-11", "reset": "2026-01-01", "usage": "40",
            "prior": "90"}
CORRECTED = {"billed": ["110", "20"], "correct": ["90", "20"]}
# (op, inputs, total, the arithmetic)
OPERATIONS = [
    ("series", {"tariff": "town", "periods": [{"usage": "90"}, {"usage": "20"}]}, "230", "180 + 20 + 30"),
    ("series", {"tariff": "town", "periods": [{"usage": "90"}, {"usage": "20", "reset": True}]}, "220", "180 + 40"),
    ("series", {"tariff": "months", "periods": [{"usage": "90"}, {"usage": "20"}]}, "230", "no reset, no new ladder"),
    ("series", {"periods": [{"tariff": "town", "usage": "110"}, {"tariff": "dearer", "usage": "20"}]}, "292",
     "230; then from 110: 10 x 2.2 + 10 x 4"),
    ("delta", {"tariff_a": "town", "tariff_b": "dearer", "common": {"usage": "110"}}, "12", "242 - 230"),
    ("delta", {"tariff_a": "town", "tariff_b": "town", "a": {"usage": "150"}, "b": {"usage": "151"}}, "5", "355 - 350"),
    ("price_change", CHANGE | {"usage": "150", "usage_until_change": "110", "method": "actual"}, "372",
     "230; from 110: 22 + 120"),
    ("price_change", CHANGE | {"usage": "150", "usage_until_change": "110", "method": "actual", "restart_tiers": True},
     "318", "230 + 40 x 2.2: what must not happen"),
    ("price_change", CHANGE | {"usage": "150", "method": "by_day"}, "364",
     "20 of 30 days: 100 x 2; from 100: 20 x 2.2 + 30 x 4"),
    ("price_change", CHANGE | {"usage": "150", "method": "by_reading_date"}, "384", "120 x 2.2 + 30 x 4"),
    ("price_change", CHANGE | {"usage": "50", "method": "by_day", "qty_round": ["1", "half_up"]}, "103.4",
     "33 x 2 + 17 x 2.2"),
    ("season_split", {"tariff": "seasons", "from": "2026-04-16", "boundary": "2026-05-01", "to": "2026-05-16",
                      "season_before": "winter", "season_after": "summer", "usage": "240"}, "570",
     "half of use and bounds: 50 x 2 + 70 x 3 and 100 x 2 + 20 x 3"),
    ("year_split", NEW_YEAR | {"method": "by_day"}, "90", "10 x 2 + 10 x 3 and 20 x 2"),
    ("year_split", NEW_YEAR | {"method": "all_to_reading_year"}, "80", "40 x 2"),
    ("year_split", NEW_YEAR | {"method": "all_to_old_year"}, "110", "10 x 2 + 30 x 3"),
    ("correction", {"tariffs": ["town", "dearer"], **CORRECTED, "method": "replay"}, "-68",
     "230 + 22 + 40 before, 180 + 44 after"),
    ("correction", {"tariffs": ["town", "dearer"], **CORRECTED, "method": "naive"}, "-62",
     "at today's prices: 10 x 4 + 10 x 2.2"),
    ("correction", {"tariff": "months", "billed": ["110", "20"], "correct": ["65", "65"], "reset_each": True,
                    "method": "replay"}, "-10", "230 + 40, then 130 + 130"),
    ("mixed", {"usage": "33", "shares": [{"tariff": "town", "ratio": "0.35"}, {"tariff": "gas"}]}, "50.25",
     "12 x 2 + 21 x 1.25"),
    ("mixed", {"usage": "33", "shares": [{"tariff": "gas", "fixed_qty": "8"}, {"tariff": "town"}]}, "60", "10 + 50"),
    ("prepay_volume", {"tariff": "town", "prior": "90", "volume": "20"}, "50", "20 + 30"),
    ("prepay_money", {"tariff": "town", "prior": "90", "money": "51", "step": "1"}, "50", "20 units; one yuan stays"),
    ("prepay_money", {"tariff": "town", "prior": "90", "money": "51", "step": "0.1"}, "50.9", "20.3 units"),
    ("vat_inclusive", {"lines": [{"code": "gas", "gross": "109.00", "rate": "0.09"}]}, "109", "100 + 9"),
    ("late_fee", {"bills": [{"amount": "100", "last_due": "2026-01-31"}], "rate": "0.005", "paid": "2026-03-02"}, "15",
     "30 days"),
    ("late_fee", {"bills": [{"amount": "20", "days": 2}], "rate": "0.001", "minimum": "1"}, "1", "0.04 is one yuan"),
    ("late_fee", {"bills": [{"amount": "20", "days": 0}], "rate": "0.001", "minimum": "1"}, "0", "nothing is late"),
    ("late_fee", {"bills": [{"amount": "20", "days": 300}], "rate": "0.005", "cap_percent": "100"}, "20", "30 capped"),
    ("late_fee", {"bills": [{"amount": "1000", "days": [10, 5], "rates": ["0.002", "0.003"]}]}, "35", "20 + 15"),
    ("late_fee", {"bills": [{"amount": "0.5", "days": 10}, {"amount": "0.5", "days": 5}], "rate": "0.001"}, "0.01",
     "0.005 and 0.0025 are rounded together"),
]
CITY = {"town": ladder(), "dearer": NEW, "months": monthly(id="months"), "seasons": SEASONS, "gas": flat()}

REFUSALS = [
    ({"usage": "1", "colour": "red"}, ladder(), "inputs.colour"),
    ({"usage": "1"}, ladder(surprise=1), "tariff.surprise"),
    ({"usage": "1"}, ladder(tiers=[{"upto": None, "price": "1", "cost": "1"}]), "tiers[0].cost"),
    ({"usage": "1"}, ladder(cycle={"kind": "moon"}), "moon"),
    ({"usage": "1"}, ladder(tier_mode="spiral"), "spiral"),
    ({"usage": "1"}, ladder(household_rule={"kind": "add_upper", "over": 4, "per_person": [1, 2], "cap": 9}), "cap"),
    ({"usage": "1"}, ladder(post=[{"code": "tax", "rate": "0.1", "base": "net"}]), "net"),
    ({"usage": "1"}, ladder(rounding={"line": ["0.01", "half_way"]}), "half_way"),
    ({"usage": "1"}, ladder(fixed=[{"code": "x", "amount": "1", "per": "week"}]), "week"),
    ({"usage": "1", "category": "boiler"}, ladder(), "boiler"),
    ({"usage": "1.5.1"}, ladder(), "usage"),
    ({"usage": "1", "rounding_override": {"lines": None}}, ladder(), "rounding_override.lines"),
    ({"usage": "1", "readings": []}, ladder(), "readings"),
    ({"usage": "301"}, ladder(tiers=[{"upto": 300, "price": "1"}]), "beyond"),
    ({"usage": "1"}, ladder(tiers=[{"upto": 9, "price": "1"}, {"upto": 8, "price": "1"}]), "rise"),
    ({"tou": {"peak": "1"}}, ladder(), "tou"),
    ({"usage": "1"}, ladder(cycle={"kind": "per_day"}), "days"),
]


def total_of(contents, op, inputs, rules=RULES):
    tariffs = {name: Tariff(content) for name, content in contents.items()}
    return text(Calculator(tariffs, rules).calculate({"op": op, "inputs": inputs}).total)


class CalculatorTest(unittest.TestCase):
    def test_bills_worked_out_by_hand(self):
        for tariff, inputs, total, why in BILLS:
            with self.subTest(inputs=inputs, why=why):
                self.assertEqual(total_of({"town": tariff}, "bill", {"tariff": "town"} | inputs), total)

    def test_operations_worked_out_by_hand(self):
        for op, inputs, total, why in OPERATIONS:
            with self.subTest(op=op, inputs=inputs, why=why):
                self.assertEqual(total_of(CITY, op, inputs), total)

    def test_what_is_not_known_is_refused_by_its_name(self):
        for inputs, tariff, name in REFUSALS:
            with self.subTest(name=name), self.assertRaises(Refused) as refused:
                total_of({"town": tariff}, "bill", {"tariff": "town"} | inputs)
            self.assertIn(name, str(refused.exception))
        for case in ({"op": "guess", "inputs": {}}, {"op": "bill", "inputs": {"tariff": "nowhere"}},
                     {"op": "series", "inputs": {"tariff": "town", "perods": []}}, {"op": "bill", "inptus": {}}):
            with self.subTest(case=case), self.assertRaises(Refused):
                Calculator({"town": Tariff(ladder())}).calculate(case)

    def test_rounding_is_exact_at_ties_and_mirrored(self):
        for value, mode, wanted in (("0.725", "half_up", "0.73"), ("-0.725", "half_up", "-0.73"),
                                    ("0.725", "half_even", "0.72"), ("0.735", "half_even", "0.74"),
                                    ("0.725", "half_down", "0.72"), ("0.7251", "half_down", "0.73"),
                                    ("0.729", "floor", "0.72"), ("-0.729", "floor", "-0.72"), ("0.721", "up", "0.73")):
            with self.subTest(value=value, mode=mode):
                self.assertEqual(text(Rounding(Fraction("0.01"), mode).of(Fraction(value))), wanted)

    def test_slices_are_the_whole_use_and_join(self):
        bounds = [Fraction(100), Fraction("150.5"), None]
        for start, end in ((0, 400), (100, 100), (99, 101), (400, 0), (-10, 20), (150, 151)):
            parts = slices(bounds, Fraction(start), Fraction(end))
            self.assertEqual(sum(qty for _, qty in parts), end - start)
            middle = Fraction(start + end, 2)
            joined = Counter()
            for tier, qty in slices(bounds, Fraction(start), middle) + slices(bounds, middle, Fraction(end)):
                joined[tier] += qty
            self.assertEqual(dict(joined), dict(parts))

    def test_taking_back_a_bill_leaves_nothing(self):
        for tariff in (ladder(), PARTS, flat(), YEN):
            for prior, usage in (("0", "99.5"), ("60", "133.337"), ("0", "0")):
                there = {"tariff": "town", "prior": prior, "usage": usage}
                back = {"tariff": "town", "prior": text(Fraction(prior) + Fraction(usage)),
                        "usage": text(-Fraction(usage))}
                amounts = [Fraction(total_of({"town": tariff}, "bill", inputs)) for inputs in (there, back)]
                self.assertEqual(sum(amounts), 0)


class CommandTest(unittest.TestCase):
    def run_calculator(self, *arguments, **options):
        return subprocess.run([sys.executable, "-B", HERE / "tariff_calculator.py", *arguments], text=True,
                              capture_output=True, check=False, **options)

    def folder(self, cases, tariffs=None):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory(prefix="meterhall-golden-")))
        (folder / "tariffs").mkdir()
        for name, tariff in (tariffs or {"town": ladder()}).items():
            (folder / "tariffs" / f"{name}.json").write_text(json.dumps(tariff), encoding="utf-8")
        (folder / "cases_computed.json").write_text(json.dumps(cases), encoding="utf-8")
        return folder

    def case(self, name, total, **more):
        inputs = {"tariff": "town", "usage": "101"}
        return {"id": name, "op": "bill", "inputs": inputs, "expected": {"total": total}} | more

    def test_a_folder_is_judged_case_by_case(self):
        printed = {"total": "203.4", "published_precision": "1"}
        ran = self.run_calculator(self.folder([
            self.case("right", "203"), self.case("wrong", "204"), self.case("printed", "", expected=printed),
            self.case("mended", "999", corrected_total="203"), self.case("restated", "1", op="formula")]))
        self.assertEqual(ran.stdout.splitlines(), ["wrong 204 203", "3 passed, 1 failed, 1 skipped"])
        self.assertEqual(ran.returncode, 1)

    def test_a_printed_total_may_be_off_by_half_of_its_precision_and_no_more(self):
        cases = [self.case("at", "", expected={"total": total, "published_precision": "1"})
                 for total in ("202.5", "203.5", "203.51")]
        ran = self.run_calculator(self.folder(cases))
        self.assertEqual(ran.stdout.splitlines()[-1], "2 passed, 1 failed, 0 skipped")

    def test_an_empty_folder_is_an_error(self):
        self.assertEqual(self.run_calculator(self.folder([])).returncode, 2)

    def test_one_case_is_rated_from_standard_input(self):
        ran = self.run_calculator("--tariff", self.folder([]) / "tariffs" / "town.json", "--case", "-",
                                  input=json.dumps({"op": "bill", "inputs": {"tariff": "town", "usage": "101"}}))
        self.assertEqual(json.loads(ran.stdout), {"total": "203", "lines": [
            {"code": "energy", "tier": 1, "tou": None, "qty": "100", "price": "2", "amount": "200"},
            {"code": "energy", "tier": 2, "tou": None, "qty": "1", "price": "3", "amount": "3"}]})

    def test_a_mistake_in_the_input_is_told_apart_from_a_difference(self):
        ran = self.run_calculator(self.folder([self.case("x", "1")], {"town": ladder(colour="red")}))
        self.assertEqual((ran.returncode, ran.stdout), (2, ""))
        self.assertIn("colour", ran.stderr)


@unittest.skipUnless((SHARED / "golden").is_dir(), "the published bills are not here (METERHALL_SHARED)")
class GoldenTest(unittest.TestCase):
    def test_every_published_and_computed_bill_is_right_in_every_line(self):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            code = judge_folder(SHARED / "golden", RULES, deep=True)
        self.assertEqual(code, 0, printed.getvalue())
        self.assertRegex(printed.getvalue(), r"^[1-9]\d* passed, 0 failed, \d+ skipped\n$")

    def test_every_mutant_is_caught_by_them(self):
        cases, tariffs = read_cases(SHARED / "golden"), read_tariffs(SHARED / "golden")
        for name, rules in MUTANTS.items():
            with self.subTest(mutant=name):
                mutant = Calculator(tariffs, rules)
                self.assertTrue(any(mutant.judge(case) for case in cases))


class RandomTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = tempfile.TemporaryDirectory(prefix="meterhall-random-")
        cls.folder = Path(cls.home.name) / "one"
        cls.make("20261121", cls.folder, 1)
        cls.cases, cls.tariffs = read_cases(cls.folder), read_tariffs(cls.folder)

    @classmethod
    def tearDownClass(cls):
        cls.home.cleanup()

    @staticmethod
    def make(seed, folder, jobs):
        random_tariffs.make(random_tariffs.parsed(["--seed", seed, "--tariffs", "200", "--cases", "1500", "--out",
                                                   str(folder), "--jobs", str(jobs)]))

    def failing(self, rules):
        calculator = Calculator(self.tariffs, rules)
        return [case["id"] for case in self.cases if calculator.judge(case)]

    def test_the_cases_hold_for_the_calculator_that_made_them(self):
        self.assertEqual(self.failing(RULES), [])

    def test_every_mutant_is_caught(self):
        for name, rules in MUTANTS.items():
            with self.subTest(mutant=name):
                self.assertGreaterEqual(len(self.failing(rules)), 5)

    def test_a_seed_gives_the_same_folder_with_any_number_of_jobs(self):
        again, other = Path(self.home.name) / "again", Path(self.home.name) / "other"
        self.make("20261121", again, 2)
        self.make("7", other, 2)
        for path in self.folder.rglob("*.json"):
            self.assertEqual(path.read_bytes(), (again / path.relative_to(self.folder)).read_bytes())
        name = "cases_computed.json"
        self.assertNotEqual((self.folder / name).read_bytes(), (other / name).read_bytes())

    def test_every_operation_and_every_form_of_tariff_occurs(self):
        self.assertEqual({case["op"] for case in self.cases}, {
            "bill", "series", "delta", "price_change", "season_split", "year_split", "correction", "mixed",
            "prepay_volume", "prepay_money", "vat_inclusive", "late_fee"})
        contents = [tariff.content for tariff in self.tariffs.values()]
        self.assertEqual({content["tier_mode"] for content in contents},
                         {"graduated", "flat", "adder", "whole_volume", "grouped", "two_part"})
        self.assertEqual({content["cycle"]["kind"] for content in contents},
                         {"year", "month", "bimonth", "4month", "per_day", "season", "none"})
        for key in ("components", "tou", "household_rule", "fixed", "per_unit", "rebates", "minimum", "post",
                    "rounding", "categories", "seasons"):
            self.assertTrue(any(key in content for content in contents), key)

    def test_no_number_of_a_case_has_more_than_six_decimals(self):
        def numbers(content):
            if isinstance(content, dict | list):
                for item in content.values() if isinstance(content, dict) else content:
                    yield from numbers(item)
            elif isinstance(content, str) and content.lstrip("-")[:1].isdigit() and "." in content:
                yield content
        for case in self.cases:
            for decimal in numbers(case["inputs"]):
                self.assertLessEqual(len(decimal.partition(".")[2]), 6, case)

    def test_the_edges_are_looked_for(self):
        met, calculator = Counter(), Calculator(self.tariffs)
        for case in self.cases:
            if case["op"] != "bill" or "usage" not in case["inputs"]:
                continue
            usage, tariff = Fraction(case["inputs"]["usage"]), self.tariffs[case["inputs"]["tariff"]]
            met["none" if usage == 0 else "below zero" if usage < 0 else "some"] += 1
            end = usage + Fraction(str(case["inputs"].get("prior", 0)))
            for tier in tariff.content.get("tiers", []):
                if tier["upto"] is not None:
                    met[text(end - Fraction(str(tier["upto"])))] += 1
            lines = calculator.calculate(case).lines
            met["tie"] += any(not isinstance(line.price, str) and line.qty * line.price * 100 % 1 == Fraction(1, 2)
                              for line in lines)
        for edge in ("none", "below zero", "some", "-1", "0", "1", "tie"):
            self.assertGreaterEqual(met[edge], 3, edge)

    def test_more_use_never_costs_less_where_no_price_is_below_zero(self):
        for tariff in self.tariffs.values():
            content = tariff.content
            if (content["tier_mode"] not in ("graduated", "flat") or "rebates" in content or "tou" in content
                    or content["cycle"]["kind"] == "per_day"):
                continue
            top = 20 if content.get("tiers", [{"upto": None}])[-1]["upto"] is None else 0
            totals = [Calculator(self.tariffs).calculate(
                {"op": "bill", "inputs": {"tariff": tariff.id, "usage": str(usage)}}).total for usage in range(top)]
            self.assertEqual(totals, sorted(totals))


def leaf(kind, value, source="here"):
    return {"kind": kind, "value": value, "source": source}


def node(operation, value, *arguments, **more):
    return {"op": operation, "args": [*arguments], "value": value} | more


FEN = {"step": "0.01", "mode": "half_up"}


def derivation(use="110", last="30.00", total="230.00"):
    """110 units over a bound of 100: 100 x 2 + 10 x 3, and tier 2 ends at 150."""
    inner = node("given", "10", node("subtract", "10", leaf("reading", use), leaf("bound", "100", "tier 1")),
                 node("subtract", "40", leaf("bound", "150", "tier 2"), leaf("reading", use)))
    first = node("round", "200.00", node("multiply", "200", leaf("bound", "100", "tier 1"), leaf("price", "2")),
                 rounding=FEN)
    second = node("round", last, node("multiply", "30", inner, leaf("price", "3")), rounding=FEN)
    return node("sum", total, first, second)


class TraceJudgeTest(unittest.TestCase):
    def test_a_sound_derivation_holds(self):
        self.assertEqual(trace_judge.judge(trace_judge.Node(derivation()), "230.00"), 230)

    def test_every_wrong_value_is_found_where_it_is(self):
        for spoiled, total, words in ((derivation(last="31.00"), None, "root.1 (round)"),
                                      (derivation(total="231.00"), None, "root (sum)"),
                                      (derivation(use="111"), None, "root.1.0.0.0 (subtract)"),
                                      (derivation(), "230.01", "the total 230.01")):
            with self.subTest(words=words), self.assertRaises(trace_judge.DoesNotHold) as why:
                trace_judge.judge(trace_judge.Node(spoiled), total)
            self.assertIn(words, str(why.exception))

    def test_a_margin_below_zero_does_not_hold(self):
        with self.assertRaisesRegex(trace_judge.DoesNotHold, "a margin is -1"):
            trace_judge.judge(trace_judge.Node(node("given", "5", leaf("reading", "5"), leaf("bound", "-1"))))

    def test_each_leaf_says_what_changing_it_does(self):
        outcomes = {source or kind: word for (kind, source, _), word in
                    trace_judge.mutate(trace_judge.Node(derivation())).items()}
        self.assertEqual(outcomes["tier 1"], "total")
        self.assertEqual(outcomes["tier 2"], "margin")
        nothing = node("multiply", "0", leaf("factor", "0", "x"), leaf("price", "7"))
        idle = node("sum", "5", leaf("reading", "5"), nothing)
        self.assertEqual(trace_judge.outcome(trace_judge.Node(idle), ("price", "here", "7")), "nothing")

    def test_rounding_in_a_trace_is_that_of_numbers(self):
        for value, mode, wanted in (("-1.005", "half_up", "-1.01"), ("-1.005", "half_down", "-1.00"),
                                    ("-1.005", "half_even", "-1.00"), ("1.015", "half_even", "1.02"),
                                    ("-1.001", "floor", "-1.01"), ("-1.001", "ceiling", "-1.00"),
                                    ("-1.001", "up", "-1.01"), ("-1.009", "down", "-1.00"),
                                    ("1.005", "half_up", "1.01")):
            with self.subTest(value=value, mode=mode):
                rounding = {"step": "0.01", "mode": mode}
                root = node("round", wanted, leaf("reading", value), rounding=rounding)
                self.assertEqual(trace_judge.judge(trace_judge.Node(root)), Fraction(wanted))

    def test_another_shape_is_refused(self):
        deep = leaf("price", "1")
        for _ in range(70):
            deep = node("sum", "1", deep)
        for wrong in ({}, leaf("guess", "1"), leaf("price", "1e3"), leaf("price", "1/3"), node("power", "1"), deep,
                      node("divide", "1", leaf("price", "1"), leaf("price", "1")), {"value": "1"}):
            with self.assertRaises(trace_judge.NotATrace):
                trace_judge.Node(wrong)

    def test_what_rate_prints_is_judged(self):
        for total, code, words in (("230.00", 0, "holds 230.00"), ("231", 1, "does not hold")):
            ran = subprocess.run([sys.executable, "-B", HERE / "trace_judge.py", "--mutate", "-"], text=True,
                                 input=json.dumps({"total": total, "lines": [], "trace": derivation()}),
                                 capture_output=True, check=False)
            self.assertEqual(ran.returncode, code, ran.stderr)
            self.assertIn(words, ran.stdout)
            self.assertIn("0 nothing", ran.stdout)


class JudgeProgramTest(unittest.TestCase):
    """The program is played by the calculator itself, sound or with a rule broken."""

    def judged(self, mutant="", traces=0):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory(prefix="meterhall-played-")))
        program = folder / "program"
        calculator = f'"{sys.executable}" -B "{HERE}/tariff_calculator.py"'
        program.write_text(f'#!/bin/sh\nshift\nexec {calculator} {mutant} "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        return subprocess.run([sys.executable, "-B", HERE / "judge_program.py", "--cli", program, "--seed", "3",
                               "--tariffs", "40", "--cases", "300", "--traces", str(traces)],
                              text=True, capture_output=True, check=False)

    def test_a_sound_program_agrees(self):
        ran = self.judged()
        self.assertEqual((ran.returncode, ran.stdout), (0, "300 passed, 0 failed, 0 skipped\n"), ran.stderr)

    def test_a_broken_one_is_told_by_its_shortest_case(self):
        ran = self.judged("--mutant exclusive_bound")
        self.assertEqual(ran.returncode, 1, ran.stderr)
        self.assertRegex(ran.stdout, r"\d+ x bill, another total: expected \S+, got \S+: \{")

    def test_a_total_without_its_derivation_is_not_enough(self):
        ran = self.judged(traces=5)
        self.assertEqual(ran.returncode, 1, ran.stderr)
        self.assertIn("no trace", ran.stdout)


if __name__ == "__main__":
    unittest.main()
