"""One bill: a sheet of prices, the facts of a period, and the lines that follow from both."""

from dataclasses import dataclass, field, replace
from fractions import Fraction

from tariff_numbers import ONE, ZERO, Refused, Rounding, known, number, rounded, text

BILL_KEYS = {"tariff", "category", "season", "usage", "prior", "readings", "tou", "area", "heat", "people",
             "people_months", "months", "months_in_cycle", "days", "block_factor", "quota_round",
             "rounding_override", "free_qty", "discount_percent"}


@dataclass(frozen=True)
class Rules:
    """How this calculator reads the written rules. Each mutant breaks one of them, to see that the cases notice."""

    ladder_survives_version: bool = True
    bounds_inclusive: bool = True
    ties_as_written: bool = True
    corrections_replay: bool = True
    bounds_scaled: bool = True
    months_counted_once: bool = True


RULES = Rules()
MUTANTS = {
    "ladder_restarts_at_version": replace(RULES, ladder_survives_version=False),
    "exclusive_bound": replace(RULES, bounds_inclusive=False),
    "bankers_rounding": replace(RULES, ties_as_written=False),
    "credit_at_todays_price": replace(RULES, corrections_replay=False),
    "unscaled_bounds": replace(RULES, bounds_scaled=False),
    "doubled_month": replace(RULES, months_counted_once=False),
}


@dataclass
class Line:
    code: str
    tier: int
    tou: str
    qty: Fraction
    price: object  # a text where there is no single price
    amount: Fraction

    def shown(self):
        return {"code": self.code, "tier": self.tier, "tou": self.tou or None, "qty": text(self.qty),
                "price": text(self.price), "amount": text(self.amount)}


@dataclass
class Bill:
    usage: Fraction
    lines: list = field(default_factory=list)
    total: Fraction = ZERO


def slices(bounds, start, end):
    """[(index of the tier, quantity)] of the ladder from `start` to `end`; backwards when there is less than before.

    Below zero it is still the first tier.
    """
    sign = 1 if end >= start else -1
    position, high = min(start, end), max(start, end)
    parts = []
    for index, bound in enumerate(bounds):
        top = high if bound is None else min(high, bound)
        if top > position:
            parts.append((index, sign * (top - position)))
            position = top
    if position < high:
        raise Refused("the use goes beyond the last tier, which is not open")
    return parts


class Facts:
    """The inputs of one bill as numbers."""

    def __init__(self, inputs):
        known(inputs, BILL_KEYS, "inputs")
        self.inputs = inputs
        self.registers = {name: number(value, f"tou.{name}") for name, value in inputs.get("tou", {}).items()}
        self.usage = self.read_usage()
        self.prior = self.get("prior", 0)
        self.months = self.get("months", 1)

    def get(self, key, otherwise):
        return number(self.inputs.get(key, otherwise), key)

    def read_usage(self):
        given = [key for key in ("usage", "readings", "tou") if key in self.inputs]
        if "readings" in given and len(given) > 1:
            raise Refused(f"readings and {given[0]} say the same twice")
        if "readings" in given:
            return sum((self.read_segment(segment) for segment in self.inputs["readings"]), ZERO)
        if "tou" in given:
            usage = sum(self.registers.values(), ZERO)
            if "usage" in given and self.get("usage", 0) != usage:
                raise Refused("usage is not the sum of tou")
            return usage
        return self.get("usage", 0)

    @staticmethod
    def read_segment(segment):
        known(segment, {"meter", "from", "to", "rollover", "multiplier"}, "readings")
        first, last = number(segment["from"], "readings.from"), number(segment["to"], "readings.to")
        rolled = number(segment["rollover"], "readings.rollover") if "rollover" in segment and last < first else ZERO
        return (last - first + rolled) * number(segment.get("multiplier", 1), "readings.multiplier")


class Biller:
    """Rates one bill; the steps are in the order of its lines."""

    def __init__(self, sheet, inputs, rules=RULES, share=ONE):
        """`share`: the part of the period this bill is for, where a boundary inside the period splits the ladder."""
        self.sheet, self.facts, self.rules = sheet, Facts(inputs), rules
        override = inputs.get("rounding_override", {})
        known(override, {"line", "total"}, "rounding_override")
        self.line_rounding = self.rounding(override, "line", sheet.line_rounding)
        self.total_rounding = self.rounding(override, "total", sheet.total_rounding)
        self.share = share
        self.bill = Bill(self.facts.usage)

    def rounding(self, override, key, own):
        rule = Rounding.read(override[key], f"rounding_override.{key}") if key in override else own
        return self.broken(rule)

    def broken(self, rule):
        if self.rules.ties_as_written or rule is None or rule.mode != "half_up":
            return rule
        return Rounding(rule.step, "half_even")

    def scale(self, is_ladder):
        """What printed bounds are multiplied by for the span of this bill; bands of one bill know no year."""
        facts, sheet = self.facts, self.sheet
        factor = facts.get("block_factor", 1) * self.share
        twice = ZERO if self.rules.months_counted_once else ONE
        if not is_ladder and sheet.cycle in ("year", "per_day"):
            pass
        elif sheet.cycle == "year":
            factor *= (facts.get("months_in_cycle", 12) + twice) / 12
        elif sheet.cycle == "per_day":
            if "days" not in facts.inputs:
                raise Refused("a ladder per day needs days")
            factor *= facts.get("days", 1)
        elif sheet.cycle == "month" and "months" in facts.inputs:
            factor *= facts.months + twice
        return factor if self.rules.bounds_scaled else ONE

    def scaled(self, bound, is_ladder=True):
        if bound is None:
            return None
        bound = rounded(bound * self.scale(is_ladder), self.quota_rounding())
        return bound if self.rules.bounds_inclusive else bound - 1

    def quota_rounding(self):
        return self.broken(Rounding.read(self.facts.inputs.get("quota_round"), "quota_round"))

    def bounds(self):
        """The household first, then the span of the bill, then the rounding of the bound."""
        plain = [tier.upto for tier in self.sheet.tiers]
        household, inputs = self.sheet.household, self.facts.inputs
        if household is None:
            return [self.scaled(bound) for bound in plain]
        if "people_months" in inputs:
            spans = [(int(people), number(months, "people_months")) for people, months in inputs["people_months"]]
            whole = sum(months for _, months in spans)
            each = [[None if bound is None else bound * months / whole for bound in household.bounds(plain, people)]
                    for people, months in spans]
            plain = [None if column[0] is None else sum(column) for column in zip(*each)]
        elif "people" in inputs:
            plain = household.bounds(plain, int(inputs["people"]))
        return [self.scaled(bound) for bound in plain]

    def band(self, bands):
        """The first band that holds this bill's whole use; its upper bound is inside."""
        for index, bound in enumerate(bands):
            if bound is None or self.facts.usage <= bound:
                return index
        return None

    def line(self, code, tier, qty, price, tou=""):
        amount = rounded(qty * price, self.line_rounding)
        self.bill.lines.append(Line(code, tier, tou, qty, price, amount))

    def running(self):
        return sum((line.amount for line in self.bill.lines), ZERO)

    def rate(self):
        self.check_facts()
        getattr(self, f"rate_{self.sheet.mode}")()
        self.free_quota()
        usage = self.facts.usage
        for code, rate in self.sheet.per_unit:
            if usage:
                self.line(code, 0, usage, rate)
        self.rebates()
        for code, amount, per in self.sheet.fixed if self.stands() else []:
            spans = {"bill": ONE, "month": self.facts.months, "day": self.facts.get("days", 1)}
            if per == "day" and "days" not in self.facts.inputs:
                raise Refused("a charge per day needs days")
            self.line(code, 0, spans[per], amount)
        self.discount()
        charges = self.running()
        for code, base, rates, own in self.sheet.post:
            self.rate_post(code, self.post_base(base, rates, charges), rates, own)
        self.top_up()
        self.bill.total = rounded(self.running(), self.total_rounding)
        return self.bill

    def stands(self):
        """Whether the bill has what is charged whatever was used."""
        used = self.facts.usage or self.facts.get("heat", 0) or any(self.facts.registers.values())
        return bool(used) or self.sheet.stands_at_zero

    def check_facts(self):
        sheet, inputs = self.sheet, self.facts.inputs
        has_registers = bool(sheet.register_base or sheet.register_prices)
        if "tou" in inputs and not has_registers:
            raise Refused("the tariff has no registers for tou")
        if sheet.register_prices and sheet.mode == "graduated" and "tou" not in inputs:
            raise Refused("the tariff's prices need tou")
        if sheet.mode != "two_part" and ("area" in inputs or "heat" in inputs):
            raise Refused("area and heat belong to two-part tariffs")
        if sheet.household is None and "people_months" in inputs:
            raise Refused("the tariff has no household rule for people_months")

    def rate_flat(self):
        for code, prices in self.sheet.components:
            if self.facts.usage:
                self.line(code, 0, self.facts.usage, prices[0])

    def steps(self):
        return slices(self.bounds(), self.facts.prior, self.facts.prior + self.facts.usage)

    def rate_graduated(self):
        usage = self.facts.usage
        if self.sheet.register_prices and usage == 0 and any(self.facts.registers.values()):
            raise Refused("tou: no share of a use of zero")
        for tier, qty in self.steps():
            for code, prices in self.sheet.components:
                self.line(code, tier + 1, qty, prices[tier])
            for register, count in self.facts.registers.items():
                price = self.register_price(self.sheet.register_prices[tier], register)
                self.line("energy", tier + 1, qty * count / usage, price, register)

    @staticmethod
    def register_price(prices, register):
        if register not in prices:
            raise Refused(f"tou.{register} has no price")
        return prices[register]

    def rate_adder(self):
        for register, count in self.facts.registers.items():
            self.line("base", 0, count, self.register_price(self.sheet.register_base, register), register)
        if not self.facts.registers and self.facts.usage:
            if self.sheet.base_price is None:
                raise Refused("base_price is missing")
            self.line("base", 0, self.facts.usage, self.sheet.base_price)
        for tier, qty in self.steps():
            if adder := self.sheet.tiers[tier].adder:
                self.line("adder", tier + 1, qty, adder)

    def whole_use(self):
        if self.facts.usage < 0:
            raise Refused("a use below zero has no band")
        return self.facts.usage

    def rate_whole_volume(self):
        usage, bounds = self.whole_use(), self.bounds()
        index = self.band(bounds)
        if index is None:
            raise Refused("the use goes beyond the last tier, which is not open")
        if self.sheet.tiers[index].fixed is not None and self.stands():
            self.line("fixed", 0, ONE, self.sheet.tiers[index].fixed)
        for code, prices in self.sheet.components:
            if usage:
                self.line(code, index + 1, usage, prices[index])

    def rate_grouped(self):
        usage = self.whole_use()
        index = self.band([self.scaled(group.upto) for group in self.sheet.groups])
        if index is None:
            raise Refused("the use goes beyond the last group, which is not open")
        group = self.sheet.groups[index]
        if self.stands():
            self.line("fixed", 0, ONE, group.fixed)
        for tier, qty in slices([self.scaled(tier.upto) for tier in group.tiers], ZERO, usage):
            self.line("energy", tier + 1, qty, group.tiers[tier].price)

    def rate_two_part(self):
        if self.facts.usage and "heat" in self.facts.inputs:
            raise Refused("heat and usage say the same twice")
        prices = self.sheet.two_part
        quantities = {"basic": self.facts.get("area", 0), "metered": self.facts.get("heat", self.facts.usage)}
        for part, qty in quantities.items():
            if part == "basic" and not self.stands():
                continue
            if part in prices:
                self.line(part, 0, qty, prices[part])
            elif qty:
                raise Refused(f"two_part.{part} is missing")

    def free_quota(self):
        if "free_qty" not in self.facts.inputs:
            return
        if self.sheet.mode not in ("graduated", "flat") or self.sheet.register_prices:
            raise Refused(f"free_qty has no first price in a tariff of mode {self.sheet.mode}")
        free = min(self.facts.get("free_qty", 0), max(self.facts.usage, ZERO))
        for _, prices in self.sheet.components:
            if free:
                self.line("free_quota", 1, -free, prices[0])

    def rebates(self):
        for code, bands in self.sheet.rebates:
            index = self.band([self.scaled(bound, is_ladder=False) for bound, _ in bands])
            if index is not None and self.facts.usage > 0:
                rate = bands[index][1]
                self.line(code, 0, -self.facts.usage, rate)

    def discount(self):
        percent = self.facts.get("discount_percent", 0) / 100
        if percent:
            self.flat_line("discount", percent, -self.running() * percent, self.line_rounding)

    def flat_line(self, code, price, amount, rounding):
        self.bill.lines.append(Line(code, 0, "", ONE, price, rounded(amount, rounding)))

    def post_base(self, base, rates, charges):
        """What the percentages give: of the charges, of these and the percentages before, or of each tier's amounts."""
        if base == "charges":
            return charges * rates[0]
        if base == "running":
            return self.running() * rates[0]
        if len(rates) != len(self.sheet.tiers):
            raise Refused("post.rates: one rate a tier")
        return sum((line.amount * rates[line.tier - 1] for line in self.bill.lines if line.tier), ZERO)

    def rate_post(self, code, amount, rates, own):
        rounding = self.line_rounding if own == "line" else self.broken(own)
        self.flat_line(code, rates[0] if len(rates) == 1 else "by tier", amount, rounding)

    def top_up(self):
        """A minimum is one of use, also of none at all; what is given back is not topped up."""
        missing = ZERO if self.sheet.minimum is None or not self.stands() else self.sheet.minimum - self.running()
        if missing > 0 and self.facts.usage >= 0:
            self.flat_line("minimum", self.sheet.minimum, missing, None)


def rate_bill(sheet, inputs, rules=RULES, share=ONE):
    return Biller(sheet, inputs, rules, share).rate()
