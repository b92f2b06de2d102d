#!/usr/bin/env python3
"""Random tariffs and cases in the golden form, with what tariff_calculator.py expects of them.

    random_tariffs.py --seed S --tariffs N --cases M --out DIR [--golden DIR] [--jobs 2]

writes DIR/tariffs/*.json and DIR/cases_computed.json, to be judged by `meterhall-cli golden DIR`. The same seed gives
the same folder, whatever the number of jobs. With --golden the cases also go over that folder's tariffs (those marked
memory included: they are only arithmetic here).

The cases stay inside what the written rules settle (see tariff_calculator.py): bounds, shares and days come out with
at most six decimals, because a quantity of the program has six; what has more is rounded by the case's own
`quota_round` or `qty_round`. `--endless` leaves these out, for a calculator that keeps fractions.
"""

import argparse
import json
import shutil
import sys
import time
from fractions import Fraction
from multiprocessing import Pool
from pathlib import Path
from random import Random

from random_cases import CaseMaker, is_short
from tariff_calculator import Calculator, read_json
from tariff_numbers import Refused, text
from tariff_sheet import Tariff

FEN_HALF_UP = ["0.01", "half_up"]
ROUNDINGS = {
    "CNY": [None, None, None, {"line": FEN_HALF_UP, "total": FEN_HALF_UP},
            {"line": ["0.01", "half_even"], "total": ["0.01", "half_even"]},
            {"line": ["0.01", "floor"], "total": ["0.01", "floor"]},
            {"line": FEN_HALF_UP, "total": ["0.1", "half_up"]}],
    "HKD": [None, {"line": FEN_HALF_UP, "total": ["0.1", "floor"]}],
    "MYR": [None, {"line": FEN_HALF_UP, "total": ["0.05", "half_up"]}],
    "JPY": [{"line": ["1", "floor"], "total": ["1", "floor"]}, {"line": FEN_HALF_UP, "total": ["1", "floor"]},
            {"line": FEN_HALF_UP, "total": FEN_HALF_UP}, {"line": ["1", "half_up"], "total": ["1", "half_up"]}],
}
COMMODITIES = [("water", "m3"), ("gas", "m3"), ("electricity", "kWh")]
REMARK = {"url": None, "seen": "made by random_tariffs.py"}


class TariffMaker:
    """One random tariff; `successor` is its next version, with other prices and sometimes other bounds."""

    def __init__(self, seed, index):
        self.random = Random(f"{seed}/tariff/{index}")
        self.id = f"r{index:05d}"

    def both(self):
        make = self.random.choices(
            [self.graduated, self.flat, self.adder, self.table, self.whole_volume, self.grouped, self.two_part],
            [46, 8, 12, 8, 9, 9, 8])[0]
        tariff = self.head() | make()
        self.extras(tariff)
        versions = [tariff]
        if tariff["tier_mode"] in ("graduated", "adder", "flat") and self.random.random() < 0.5:
            versions.append(self.successor(tariff))
        return versions

    def head(self):
        commodity, unit = self.random.choice(COMMODITIES)
        self.currency = self.random.choices(["CNY", "HKD", "MYR", "JPY"], [7, 1, 1, 1])[0]
        head = {"id": self.id, "commodity": commodity, "city": "random", "customer_class": "random",
                "currency": self.currency, "unit": unit, "provenance": "memory", "effective_from": None,
                "source": REMARK}
        rounding = self.random.choice(ROUNDINGS[self.currency])
        return head | ({"rounding": rounding} if rounding else {})

    def price(self, low=0.05, high=9.0, decimals=None):
        decimals = self.random.choice([0, 1, 2, 2, 2, 3, 4, 5]) if decimals is None else decimals
        return f"{max(self.random.uniform(low, high), 10**-decimals):.{decimals}f}"

    def prices(self, count):
        """Mostly rising; sometimes a free first tier, sometimes a cheaper one in between."""
        decimals = self.random.choice([1, 2, 2, 3, 4])
        prices = sorted(self.random.uniform(0.05, 9) for _ in range(count))
        if self.random.random() < 0.15:
            self.random.shuffle(prices)
        prices = [f"{max(price, 10**-decimals):.{decimals}f}" for price in prices]
        if count > 1 and self.random.random() < 0.1:
            prices[0] = "0"
        return prices

    def bounds(self, count, cycle):
        unit = {"year": 12, "per_day": Fraction(1, 4)}.get(cycle, self.random.choice([Fraction(1, 2), 1, 1, 5]))
        reach = {"year": 60, "per_day": 12}.get(cycle, 80)
        picked = sorted(self.random.sample(range(1, reach), count))
        return [text(step * Fraction(unit)) for step in picked] + [None]

    def tiers(self, cycle, name="price"):
        count = self.random.choice([1, 2, 2, 2, 3, 4])
        prices = self.prices(count + 1)
        tiers = [{"upto": as_written(bound), name: price} for bound, price in zip(self.bounds(count, cycle), prices)]
        if name == "price" and self.random.random() < 0.04:
            tiers.pop()  # a table that ends
        return tiers

    def cycle(self, kinds=("year", "month"), weights=None):
        kind = self.random.choices(kinds, weights)[0]
        return {"kind": kind, "reset": "01-01"} if kind == "year" else {"kind": kind}

    def graduated(self):
        cycle = self.cycle(("year", "month", "bimonth", "4month", "per_day"), [9, 8, 2, 2, 2])
        tariff = {"cycle": cycle, "tier_mode": "graduated", "tiers": self.tiers(cycle["kind"])}
        if self.random.random() < 0.4:
            tariff["components"] = self.components(len(tariff["tiers"]))
            self.price_tiers(tariff)
        self.household(tariff)
        if "components" in tariff:
            return tariff
        if self.random.random() < 0.3:
            key, names = self.random.choice([("categories", ("general", "boiler")), ("seasons", ("summer", "winter"))])
            tariff[key] = {name: {"tiers": self.other_bounds(tariff)} for name in names}
        return tariff

    @staticmethod
    def price_tiers(tariff):
        """The price of a tier is what its components cost together."""
        for i, tier in enumerate(tariff.get("tiers", [])):
            each = [component["prices"][i if len(component["prices"]) > 1 else 0] for component in tariff["components"]]
            tier["price"] = text(sum(map(Fraction, each)))

    def components(self, tiers):
        codes = ["water", "sewage", "resource", "garbage"][:self.random.randint(1, 4)]
        return [{"code": code, "prices": self.prices(tiers) if i == 0 or self.random.random() < 0.3 else [self.price()]}
                for i, code in enumerate(codes)]

    def other_bounds(self, tariff):
        bounds = self.bounds(len(tariff["tiers"]) - 1, tariff["cycle"]["kind"]) if len(tariff["tiers"]) > 1 else []
        bounds = bounds if tariff["tiers"][-1]["upto"] is None else bounds[:-1] + [10**6]
        return [tier | {"upto": as_written(bound)} for tier, bound in zip(tariff["tiers"], bounds or [None])]

    def household(self, tariff):
        closed = sum(tier["upto"] is not None for tier in tariff["tiers"])
        if not closed or self.random.random() > 0.35:
            return
        kind = self.random.choice(["add_upper", "add_width", "per_capita_from", "add_step"])
        more = sorted(self.random.randint(1, 20) * 12 for _ in range(closed))
        rule = {"kind": kind}
        if kind in ("add_upper", "add_width"):
            rule |= {"over": 4, "per_person": more}
        elif kind == "per_capita_from":
            each = [Fraction(str(tier["upto"])) / 4 for tier in tariff["tiers"] if tier["upto"] is not None]
            rule |= {"from_people": 5, "per_person": [text(bound) for bound in each]}
        else:
            rule["steps"] = [{"from_people": 5, "add": "120"}, {"from_people": 7, "add": "240"}]
        tariff["household_rule"] = rule

    def flat(self):
        return {"cycle": {"kind": "none"}, "tier_mode": "flat", "components": self.components(1)}

    def adder(self):
        cycle = self.cycle(("year", "month"))
        tiers = self.tiers(cycle["kind"], "adder")
        tiers[0]["adder"] = "0"
        tariff = {"cycle": cycle, "tier_mode": "adder", "tiers": tiers, "base_price": self.price()}
        if self.random.random() < 0.6:
            tariff["tou"] = {"base": {name: self.price() for name in self.registers()}}
        self.household(tariff)
        return tariff

    def registers(self):
        return self.random.choice([("peak", "valley"), ("peak", "flat", "valley"), ("sharp", "peak", "flat", "valley")])

    def table(self):
        cycle = self.cycle(("year", "month"))
        tiers = [tier | {"price": "0"} for tier in self.tiers(cycle["kind"])]
        names = self.registers()
        return {"cycle": cycle, "tier_mode": "graduated", "tiers": tiers,
                "tou": {"tier_prices": [{name: self.price() for name in names} for _ in tiers]}}

    def whole_volume(self):
        cycle = self.cycle(("month", "bimonth"), [4, 1])
        tiers = self.tiers(cycle["kind"])
        if self.random.random() < 0.6:
            tiers = [tier | {"fixed": self.price(1, 99, 2)} for tier in tiers]
        return {"cycle": cycle, "tier_mode": "whole_volume", "tiers": tiers}

    def grouped(self):
        groups = []
        for bound in self.bounds(self.random.choice([1, 2, 3]), "month"):
            tiers = [{"upto": None, "price": self.price()}] if self.random.random() < 0.4 else self.tiers("month")
            tiers[-1]["upto"] = None
            groups.append({"upto": as_written(bound), "fixed": self.price(0, 50, 2), "tiers": tiers})
        return {"cycle": self.cycle(("month", "bimonth")), "tier_mode": "grouped", "groups": groups}

    def two_part(self):
        def prices():
            return {"basic": self.price(2, 40, 2)} | (
                {"metered": self.price(0.05, 50)} if self.random.random() < 0.8 else {})
        tariff = {"commodity": "heat", "unit": "kWh", "cycle": {"kind": "season"}, "tier_mode": "two_part",
                  "two_part": prices()}
        if self.random.random() < 0.5:
            tariff["categories"] = {name: {"two_part": prices()} for name in ("network", "boiler")}
        return tariff

    def extras(self, tariff):
        chance = self.random.random
        if tariff["tier_mode"] != "two_part" and chance() < 0.2:
            tariff["per_unit"] = [{"code": "levy", "rate": self.price(0.001, 0.5, 4)}]
        if tariff["tier_mode"] != "two_part" and chance() < 0.25:
            per = "bill" if tariff["cycle"]["kind"] != "month" or chance() < 0.5 else "month"
            tariff["fixed"] = [{"code": "service", "amount": self.price(1, 99, 2), "per": per}]
        if tariff["tier_mode"] in ("flat", "graduated") and "tou" not in tariff and chance() < 0.08:
            bounds = self.bounds(3, "month")[:-1]
            tariff["rebates"] = [{"code": "saving", "bands": [
                {"upto": as_written(bound), "rate": self.price(0.01, 0.3, 3)} for bound in bounds]}]
        if chance() < 0.12:
            tariff["minimum"] = self.price(1, 60, 0)
        if chance() < 0.1:
            tariff["zero_use"] = self.random.choice(["nothing", "nothing", "standing_charges"])
        if chance() < 0.2:
            tariff["post"] = self.post(tariff)

    def post(self, tariff):
        post = []
        tiered = tariff["tier_mode"] == "graduated" and not {"tou", "components"} & tariff.keys()
        if tiered and self.random.random() < 0.3:
            post.append({"code": "wct", "base": "tier_percent", "rates": [
                self.random.choice(["0.1", "0.30", "0.45", "0"]) for _ in tariff["tiers"]]})
        tax = {"code": "vat", "rate": self.random.choice(["0.03", "0.09", "0.13", "0.10", "0.07"])}
        if self.currency == "JPY":
            tax["round"] = ["1", "floor"]
        elif self.random.random() < 0.5:
            tax["base"] = "running"
        return post + [tax]

    def successor(self, tariff):
        version = json.loads(json.dumps(tariff)) | {"id": f"{self.id}v2"}
        for key in ("categories", "seasons"):
            version.pop(key, None)
        name = "adder" if tariff["tier_mode"] == "adder" else "price"
        tiers = version.get("tiers", [])
        for tier, price in list(zip(tiers, self.prices(len(tiers))))[1 if name == "adder" else 0:]:
            tier[name] = price
        if "base_price" in version:
            version["base_price"] = self.price()
        for component in version.get("components", []):
            component["prices"] = self.prices(len(component["prices"]))
        if "components" in version:
            self.price_tiers(version)
        if tiers and "household_rule" not in version and self.random.random() < 0.3:
            version["tiers"] = self.other_bounds(version)
        return version


def as_written(bound):
    """A whole bound is a JSON number or a text, as in the files; any other is a text."""
    if bound is None or isinstance(bound, int):
        return bound
    return int(bound) if bound.isdigit() else bound


def make_tariffs(options):
    contents = [tariff for i in range(options.tariffs) for tariff in TariffMaker(options.seed, i).both()]
    folder = Path(options.golden) / "tariffs" if options.golden else None
    golden = [read_json(path) for path in sorted(folder.glob("*.json"))] if folder else []
    return contents, golden


def made_cases(work):
    """The cases [first, last) as text, each of its own seed, so that any number of jobs makes the same folder."""
    contents, seed, first, last, endless = work
    tariffs = {content["id"]: Tariff(content) for content in contents}
    calculator, makers = Calculator(tariffs), CaseMaker(contents, endless)
    return [json.dumps(made_case(calculator, makers, seed, number), ensure_ascii=False)
            for number in range(first, last)]


def made_case(calculator, maker, seed, number):
    random = Random(f"{seed}/case/{number}")
    refusal = None
    for _ in range(50):
        op, inputs = maker.make(random)
        case = {"id": f"R{number:06d}", "kind": "computed", "op": op, "inputs": inputs}
        try:
            result = calculator.calculate(case)
        except Refused as refused:
            refusal = refused
            continue
        if maker.endless or all(is_short(line.qty) for line in result.lines):
            return case | {"expected": {"total": text(result.total)}, "source": {"computed_by": "tariff_calculator.py"}}
    raise SystemExit(f"case {number} of seed {seed}: {refusal}")


def write_tariffs(out, options, contents, golden):
    shutil.rmtree(out / "tariffs", ignore_errors=True)
    (out / "tariffs").mkdir(parents=True)
    for content in contents:
        (out / "tariffs" / f"{content['id']}.json").write_text(
            json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    for content in golden:
        name = f"{content['id']}.json"
        shutil.copyfile(Path(options.golden) / "tariffs" / name, out / "tariffs" / name)


def write_cases(out, parts):
    """As they come: only what the workers have ahead is in memory."""
    count = 0
    with (out / "cases_computed.json").open("w", encoding="utf-8") as file:
        file.write("[")
        for part in parts:
            file.write(",\n" if count else "\n")
            file.write(",\n".join(part))
            count += len(part)
        file.write("\n]\n")
    return count


def make(options):
    out, (contents, golden) = Path(options.out), make_tariffs(options)
    write_tariffs(out, options, contents, golden)
    chunk = max(1, min(2000, -(-options.cases // options.jobs)))
    work = [(contents + golden, options.seed, first, min(first + chunk, options.cases), options.endless)
            for first in range(0, options.cases, chunk)]
    if options.jobs == 1:
        cases = write_cases(out, map(made_cases, work))
    else:
        with Pool(options.jobs) as pool:
            cases = write_cases(out, pool.imap(made_cases, work))
    return len(contents) + len(golden), cases


def parsed(arguments):
    parser = argparse.ArgumentParser(description="Random tariffs and cases in the golden form.")
    parser.add_argument("--seed", required=True)
    parser.add_argument("--tariffs", type=int, required=True)
    parser.add_argument("--cases", type=int, required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--golden", help="a golden folder whose tariffs are used too")
    parser.add_argument("--endless", action="store_true", help="also bounds and shares without an end")
    parser.add_argument("--jobs", type=int, default=2)
    return parser.parse_args(arguments)


def main():
    options, began = parsed(sys.argv[1:]), time.monotonic()
    tariffs, cases = make(options)
    print(f"seed {options.seed}: {tariffs} tariffs, {cases} cases in {time.monotonic() - began:.1f} s")


if __name__ == "__main__":
    main()
