"""A tariff file of the golden form, read and checked: what has a key that is not known is refused."""

import re
from dataclasses import dataclass, field

from tariff_numbers import Refused, Rounding, known, number

REMARKS = {"id", "commodity", "city", "customer_class", "currency", "unit", "provenance", "effective_from",
           "effective_to", "source", "note", "other", "household_rule_text", "proration", "late_fee",
           "disability_price", "prepay_by_area"}
PRICING = {"cycle", "tier_mode", "tiers", "base_price", "components", "two_part", "groups", "tou", "household_rule",
           "fixed", "per_unit", "rebates", "minimum", "post", "rounding", "zero_use"}
CHOICES = {"categories", "seasons"}
# What each way of pricing reads; a file that says more than its mode uses is refused.
OF_MODE = {
    "graduated": {"tiers", "components", "tou", "household_rule"},
    "flat": {"tiers", "components"},
    "adder": {"tiers", "base_price", "tou", "household_rule"},
    "whole_volume": {"tiers", "components", "household_rule"},
    "grouped": {"groups"},
    "two_part": {"two_part"},
}
FOR_EVERY_MODE = {"cycle", "tier_mode", "fixed", "per_unit", "rebates", "minimum", "post", "rounding", "zero_use"}
ZERO_USE = {"standing_charges": True, "nothing": False}  # whether a bill of no use has them
FEN = ["0.01", "half_up"]


@dataclass
class Tier:
    upto: object  # Fraction, None when open
    price: object = None
    adder: object = None
    fixed: object = None


@dataclass
class Group:
    upto: object
    fixed: object
    tiers: list


@dataclass
class HouseholdRule:
    kind: str
    over: int = 0
    from_people: int = 0
    per_person: list = field(default_factory=list)
    steps: list = field(default_factory=list)

    def bounds(self, bounds, people):
        """Bounds for a household of this size; the open end stays open."""
        return [None if bound is None else self.changed(bounds, i, people) for i, bound in enumerate(bounds)]

    def changed(self, bounds, i, people):
        more = max(0, people - self.over)
        if self.kind == "add_upper":
            return bounds[i] + self.per_person[i] * more
        if self.kind == "add_width":
            return bounds[i] + sum(self.per_person[:i + 1]) * more
        if self.kind == "per_capita_from":
            return self.per_person[i] * people if people >= self.from_people else bounds[i]
        reached = [add for from_people, add in self.steps if people >= from_people]
        return bounds[i] + (reached[-1] if reached else 0)


HOUSEHOLD_KEYS = {"add_upper": {"kind", "over", "per_person"}, "add_width": {"kind", "over", "per_person"},
                  "per_capita_from": {"kind", "from_people", "per_person"}, "add_step": {"kind", "steps"}}


def read_tier(content, where):
    known(content, {"upto", "price", "adder", "fixed"}, where)
    if "upto" not in content:
        raise Refused(f"{where}.upto is missing")
    numbers = {key: None if value is None else number(value, f"{where}.{key}") for key, value in content.items()}
    return Tier(**numbers)


def read_tiers(content, where):
    tiers = [read_tier(tier, f"{where}[{i}]") for i, tier in enumerate(content)]
    bounds = [tier.upto for tier in tiers]
    if not tiers or None in bounds[:-1]:
        raise Refused(f"{where}: only the last tier is open")
    finite = [bound for bound in bounds if bound is not None]
    if any(low >= high for low, high in zip(finite, finite[1:])):
        raise Refused(f"{where}: the bounds must rise")
    return tiers


def read_household(content, finite_bounds):
    where = "household_rule"
    kind = content.get("kind")
    if kind not in HOUSEHOLD_KEYS:
        raise Refused(f"{where}.kind {kind!r} is not one this calculator knows")
    known(content, HOUSEHOLD_KEYS[kind], where)
    rule = HouseholdRule(kind, int(content.get("over", 0)), int(content.get("from_people", 0)))
    rule.per_person = [number(item, f"{where}.per_person") for item in content.get("per_person", [])]
    for step in content.get("steps", []):
        known(step, {"from_people", "add"}, f"{where}.steps")
        rule.steps.append((int(step["from_people"]), number(step["add"], f"{where}.steps.add")))
    rule.steps.sort(key=lambda step: step[0])
    if kind != "add_step" and len(rule.per_person) != finite_bounds:
        raise Refused(f"{where}.per_person must name every closed tier")
    return rule


class Sheet:
    """The prices one customer sees: a tariff with its category and season chosen."""

    def __init__(self, content):
        self.mode = content.get("tier_mode")
        if self.mode not in OF_MODE:
            raise Refused(f"tier_mode {self.mode!r} is not one this calculator knows")
        known(content, OF_MODE[self.mode] | FOR_EVERY_MODE | REMARKS, f"tariff of mode {self.mode}")
        known(content.get("cycle", {}), {"kind", "reset"}, "cycle")
        self.cycle = content.get("cycle", {}).get("kind", "none")
        if not re.fullmatch(r"year|bimonth|([1-9]\d*)?month|per_day|season|none", self.cycle):
            raise Refused(f"cycle.kind {self.cycle!r} is not one this calculator knows")
        self.tiers = read_tiers(content["tiers"], "tiers") if "tiers" in content else []
        self.components = self.read_components(content)
        self.read_mode(content)
        self.read_extras(content)
        rounding = content.get("rounding", {})
        known(rounding, {"line", "total"}, "rounding")
        self.line_rounding = Rounding.read(rounding.get("line", FEN), "rounding.line")
        self.total_rounding = Rounding.read(rounding.get("total", FEN), "rounding.total")

    def read_components(self, content):
        """(code, a price per tier); a single price is that of every tier."""
        tiers = max(1, len(self.tiers))
        components = []
        for i, component in enumerate(content.get("components", [])):
            known(component, {"code", "prices", "label", "vat"}, f"components[{i}]")
            prices = [number(price, f"components[{i}].prices") for price in component["prices"]]
            prices = prices * tiers if len(prices) == 1 else prices
            if len(prices) != tiers:
                raise Refused(f"components[{i}].prices: one price, or one a tier")
            components.append((component["code"], prices))
        if not components and self.mode in ("graduated", "flat", "whole_volume") and "tou" not in content:
            if not self.tiers or any(tier.price is None for tier in self.tiers):
                raise Refused("the tariff names no price")
            components.append(("energy", [tier.price for tier in self.tiers]))
        return components

    def read_mode(self, content):
        for name, modes in (("fixed", ("whole_volume",)), ("adder", ("adder",))):
            if self.mode not in modes and any(getattr(tier, name) is not None for tier in self.tiers):
                raise Refused(f"tiers.{name} means nothing in a tariff of mode {self.mode}")
        if self.mode == "adder" and any(tier.price is not None for tier in self.tiers):
            raise Refused("tiers.price means nothing in a tariff of mode adder")
        self.base_price = number(content["base_price"], "base_price") if "base_price" in content else None
        self.read_registers(content.get("tou", {}))
        rule = content.get("household_rule")
        self.household = read_household(rule, sum(tier.upto is not None for tier in self.tiers)) if rule else None
        self.groups = [self.read_group(group, f"groups[{i}]") for i, group in enumerate(content.get("groups", []))]
        known(content.get("two_part", {}), {"basic", "metered"}, "two_part")
        self.two_part = {key: number(price, f"two_part.{key}") for key, price in content.get("two_part", {}).items()}

    def read_registers(self, tou):
        known(tou, {"base", "tier_prices"}, "tou")
        self.register_base = {name: number(price, "tou.base") for name, price in tou.get("base", {}).items()}
        # Beside a base and its adders the printed table says the same again; the adders are what is billed.
        self.register_prices = [{name: number(price, "tou.tier_prices") for name, price in row.items()}
                                for row in tou.get("tier_prices", [])]
        if self.register_prices and len(self.register_prices) != len(self.tiers):
            raise Refused("tou.tier_prices: one row a tier")
        if tou and self.mode == "graduated" and (self.register_base or self.components):
            raise Refused("tou: a graduated tariff has tou.tier_prices and no components")

    @staticmethod
    def read_group(content, where):
        known(content, {"upto", "fixed", "tiers"}, where)
        upto = content["upto"]
        return Group(None if upto is None else number(upto, f"{where}.upto"),
                     number(content.get("fixed", 0), f"{where}.fixed"), read_tiers(content["tiers"], f"{where}.tiers"))

    def read_extras(self, content):
        self.fixed, self.per_unit, self.rebates, self.post = [], [], [], []
        for item in content.get("fixed", []):
            known(item, {"code", "amount", "per"}, "fixed")
            if item.get("per", "bill") not in ("bill", "month", "day"):
                raise Refused(f"fixed.per {item['per']!r} is not one this calculator knows")
            self.fixed.append((item["code"], number(item["amount"], "fixed.amount"), item.get("per", "bill")))
        for item in content.get("per_unit", []):
            known(item, {"code", "rate"}, "per_unit")
            self.per_unit.append((item["code"], number(item["rate"], "per_unit.rate")))
        for item in content.get("rebates", []):
            known(item, {"code", "bands"}, "rebates")
            for band in item["bands"]:
                known(band, {"upto", "rate"}, "rebates.bands")
            bands = [(None if band["upto"] is None else number(band["upto"], "rebates.upto"),
                      number(band["rate"], "rebates.rate")) for band in item["bands"]]
            self.rebates.append((item["code"], bands))
        self.post = [self.read_post(item) for item in content.get("post", [])]
        zero_use = content.get("zero_use", "standing_charges")
        if zero_use not in ZERO_USE:
            raise Refused(f"zero_use {zero_use!r} is not one this calculator knows")
        self.stands_at_zero = ZERO_USE[zero_use]
        self.minimum = number(content["minimum"], "minimum") if "minimum" in content else None

    @staticmethod
    def read_post(item):
        known(item, {"code", "base", "rate", "rates", "round"}, "post")
        base = item.get("base", "charges")
        if base not in ("charges", "running", "tier_percent") or item.get("base") == "charges":
            raise Refused(f"post.base {base!r} is not one this calculator knows")
        wanted, other = ("rates", "rate") if base == "tier_percent" else ("rate", "rates")
        if wanted not in item or other in item:
            raise Refused(f"post of base {base} has {wanted}")
        rates = item[wanted] if base == "tier_percent" else [item[wanted]]
        own = Rounding.read(item["round"], "post.round") if "round" in item else "line"
        return item["code"], base, [number(rate, "post.rate") for rate in rates], own


class Tariff:
    """One file. Sheets are made once for each category and season asked for."""

    def __init__(self, content):
        known(content, REMARKS | PRICING | CHOICES, "tariff")
        self.content, self.sheets = content, {}
        self.id = content.get("id")
        if "categories" not in content and "seasons" not in content:
            self.sheet()  # what the file says wrongly is said when it is read

    def sheet(self, category=None, season=None):
        if (category, season) not in self.sheets:
            resolved = {key: value for key, value in self.content.items() if key not in CHOICES}
            for choices, choice in (("categories", category), ("seasons", season)):
                if choice is None:
                    continue
                if choice not in self.content.get(choices, {}):
                    raise Refused(f"tariff {self.id} has no {choice!r} among its {choices}")
                known(self.content[choices][choice], PRICING, f"{choices}.{choice}")
                resolved |= self.content[choices][choice]
            self.sheets[category, season] = Sheet(resolved)
        return self.sheets[category, season]
