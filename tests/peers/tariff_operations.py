"""What a case asks for: one function per `op` of the golden form, each returning a Result."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from tariff_bill import BILL_KEYS, RULES, rate_bill
from tariff_numbers import ONE, ZERO, Refused, Rounding, known, number, rounded, text

FEN = Rounding(Fraction(1, 100), "half_up")
FACTS = BILL_KEYS - {"tariff"}
# `common` holds facts that all bills of a case share.
PERIOD_FACTS = FACTS - {"usage", "prior", "readings", "tou"}


@dataclass
class Result:
    total: Fraction
    lines: list
    detail: dict = field(default_factory=dict)  # in the form of `expected`, beside total and lines


def golden_line(line):
    code = f"{line.code}_{line.tou}" if line.tou else line.code
    return {"code": code, "tier": line.tier, "qty": text(line.qty), "price": text(line.price),
            "amount": text(line.amount)}


def golden_lines(lines):
    return [golden_line(line) for line in lines]


def golden_bill(bill):
    return {"lines": golden_lines(bill.lines), "total": text(bill.total)}


def read_date(inputs, key):
    try:
        return date.fromisoformat(inputs[key])
    except (KeyError, ValueError):
        raise Refused(f"{key} is no date: {inputs.get(key)!r}") from None


def needed(inputs, key):
    if key not in inputs:
        raise Refused(f"{key} is missing")
    return inputs[key]


def share_rounding(inputs, step="1"):
    """A share of a use is a whole number of units, half up, unless the case says otherwise (33 x 0.35 is 12: C19)."""
    return Rounding.read(inputs.get("qty_round", [step, "half_up"]), "qty_round")


class Operations:
    """`tariff_of(id)` gives the Tariff of a case."""

    def __init__(self, tariff_of, rules=RULES):
        self.tariff_of, self.rules = tariff_of, rules

    def run(self, op, inputs):
        if op not in OPERATIONS:
            raise Refused(f"op {op!r} is not one this calculator knows")
        return OPERATIONS[op](self, inputs)

    def rate(self, tariff, inputs, share=ONE):
        sheet = self.tariff_of(tariff).sheet(inputs.get("category"), inputs.get("season"))
        return rate_bill(sheet, inputs, self.rules, share)

    def split(self, inputs, keys):
        """The facts shared by all bills of a case that makes several; every other key must be one of `keys`."""
        common = inputs.get("common", {})
        known(inputs, keys | PERIOD_FACTS | {"common"}, "inputs")
        known(common, FACTS, "common")
        return common | {key: value for key, value in inputs.items() if key in PERIOD_FACTS}

    def bill(self, inputs):
        bill = self.rate(needed(inputs, "tariff"), inputs)
        return Result(bill.total, bill.lines)

    def series(self, inputs):
        """Bills after one another on one ladder, which starts again where the case says `reset`."""
        common = self.split(inputs, {"tariff", "periods", "prior"})
        position, last, bills = number(inputs.get("prior", 0), "prior"), None, []
        for period in needed(inputs, "periods"):
            known(period, FACTS | {"tariff", "reset"}, "periods")
            facts = common | {key: value for key, value in period.items() if key not in ("tariff", "reset")}
            tariff = period.get("tariff", inputs.get("tariff"))
            restarts = last not in (None, tariff) and not self.rules.ladder_survives_version
            if period.get("reset") or restarts:
                position = ZERO
            position = number(period["prior"], "prior") if "prior" in period else position
            bill = self.rate(tariff, facts | {"prior": position})
            position, last = position + bill.usage, tariff
            bills.append((bill, position))
        shown = [golden_bill(bill) | {"cumulative_after": text(after)} for bill, after in bills]
        return Result(sum((bill.total for bill, _ in bills), ZERO), [line for bill, _ in bills for line in bill.lines],
                      {"bills": shown})

    def delta(self, inputs):
        known(inputs, {"tariff_a", "tariff_b", "common", "a", "b"}, "inputs")
        bills = [self.rate(inputs[f"tariff_{side}"], inputs.get("common", {}) | inputs.get(side, {})) for side in "ab"]
        return Result(bills[1].total - bills[0].total, bills[0].lines + bills[1].lines,
                      {"a": text(bills[0].total), "b": text(bills[1].total)})

    @staticmethod
    def by_days(usage, days, whole, rounding):
        """The part of the use that fell before the boundary; what is left belongs to the days after it."""
        if whole <= 0:
            raise Refused("the period has no days")
        part = rounded(usage * days / whole, rounding)
        return min(part, usage) if usage > 0 else max(part, usage)

    def price_change(self, inputs):
        common = self.split(inputs, {"old", "new", "from", "effective", "to", "usage", "usage_until_change", "method",
                                     "prior", "qty_round", "restart_tiers"})
        first, change, last = (read_date(inputs, key) for key in ("from", "effective", "to"))
        days_old, days = max(0, min((change - first).days, (last - first).days)), (last - first).days
        usage, prior = number(needed(inputs, "usage"), "usage"), number(inputs.get("prior", 0), "prior")
        method = needed(inputs, "method")
        if method == "by_reading_date":
            parts = [(inputs["new"] if last >= change else inputs["old"], usage)]
        elif method in ("by_day", "actual"):
            old = (number(needed(inputs, "usage_until_change"), "usage_until_change") if method == "actual"
                   else self.by_days(usage, days_old, days, share_rounding(inputs, "0.01")))
            parts = [(inputs["old"], old), (inputs["new"], usage - old)]
        else:
            raise Refused(f"method {method!r} is not one this calculator knows")
        restarts = inputs.get("restart_tiers", False) or not self.rules.ladder_survives_version
        result = self.parts(parts, prior, restarts, common)
        if method == "by_day":
            result.detail |= {"days_old": days_old, "days_new": days - days_old}
        return result

    def parts(self, parts, prior, restarts, common):
        """Bills of one period, one after another on the same ladder."""
        bills, position = [], prior
        for tariff, usage in parts:
            facts = common | {"usage": usage, "prior": position}
            bills.append((tariff, self.rate(tariff, facts)))
            position = ZERO if restarts else position + usage
        return self.sum_of_parts(bills)

    def sum_of_parts(self, bills, extra=lambda index: {}):
        shown = [{"tariff": tariff, "usage": text(bill.usage)} | extra(i) | golden_bill(bill)
                 for i, (tariff, bill) in enumerate(bills)]
        return Result(sum((bill.total for _, bill in bills), ZERO), [line for _, bill in bills for line in bill.lines],
                      {"parts": shown})

    def season_split(self, inputs):
        """Use and bounds are both shared by days; each season starts its own ladder."""
        common = self.split(inputs, {"tariff", "from", "boundary", "to", "season_before", "season_after", "usage",
                                     "qty_round"})
        first, boundary, last = (read_date(inputs, key) for key in ("from", "boundary", "to"))
        days, whole = (boundary - first).days, (last - first).days
        if not 0 <= days <= whole:
            raise Refused("boundary is not inside the period")
        usage = number(needed(inputs, "usage"), "usage")
        before = self.by_days(usage, days, whole, share_rounding(inputs))
        bills = []
        for season, part, count in (("season_before", before, days), ("season_after", usage - before, whole - days)):
            facts = common | {"season": inputs[season], "usage": part}
            bills.append((inputs["tariff"], self.rate(inputs["tariff"], facts, Fraction(count, whole))))
        names = [(inputs["season_before"], days), (inputs["season_after"], whole - days)]
        return self.sum_of_parts(bills, lambda i: {"season": names[i][0], "days": names[i][1]})

    def year_split(self, inputs):
        common = self.split(inputs, {"tariff", "from", "to", "reset", "usage", "prior", "method", "qty_round"})
        first, reset, last = (read_date(inputs, key) for key in ("from", "reset", "to"))
        days, whole = (reset - first).days, (last - first).days
        if not 0 <= days <= whole:
            raise Refused("reset is not inside the period")
        usage, method = number(needed(inputs, "usage"), "usage"), needed(inputs, "method")
        if method not in ("by_day", "all_to_reading_year", "all_to_old_year"):
            raise Refused(f"method {method!r} is not one this calculator knows")
        old = {"all_to_reading_year": ZERO, "all_to_old_year": usage}.get(method)
        old = self.by_days(usage, days, whole, share_rounding(inputs)) if old is None else old
        facts = [{"usage": old, "prior": inputs.get("prior", 0)}, {"usage": usage - old}]
        bills = [self.rate(inputs["tariff"], common | fact) for fact in facts]
        return Result(bills[0].total + bills[1].total, bills[0].lines + bills[1].lines,
                      {"days_old": days, "days_new": whole - days, "usage_old": text(old),
                       "usage_new": text(usage - old), "old": text(bills[0].total), "new": text(bills[1].total)})

    def correction(self, inputs):
        common = self.split(inputs, {"tariff", "tariffs", "billed", "correct", "method", "reset_each"})
        billed, correct = needed(inputs, "billed"), needed(inputs, "correct")
        tariffs = inputs.get("tariffs", [inputs.get("tariff")] * len(billed))
        if not len(billed) == len(correct) == len(tariffs):
            raise Refused("billed, correct and tariffs have different lengths")
        method = needed(inputs, "method")
        if method not in ("replay", "naive"):
            raise Refused(f"method {method!r} is not one this calculator knows")
        if method == "naive" or not self.rules.corrections_replay:
            return self.naive_credit(tariffs[-1], billed, correct, common)
        runs = []
        for usages in (billed, correct):
            periods = [{"tariff": tariff, "usage": usage, "reset": bool(inputs.get("reset_each"))}
                       for tariff, usage in zip(tariffs, usages)]
            runs.append(self.series({"common": common, "periods": periods}))
        old, new = ([bill["total"] for bill in run.detail["bills"]] for run in runs)
        return Result(runs[1].total - runs[0].total, [], {"old": old, "new": new})

    def naive_credit(self, tariff, billed, correct, common):
        """The difference at the top of the present ladder, at the present prices: what must not be done."""
        top, right = (sum((number(item, "billed") for item in items), ZERO) for items in (billed, correct))
        bill = self.rate(tariff, common | {"prior": top, "usage": right - top})
        return Result(bill.total, bill.lines)

    def mixed(self, inputs):
        """Shares one after another; the last takes what is left, so that the parts are always the whole."""
        common = self.split(inputs, {"usage", "shares", "qty_round"})
        step, usage = share_rounding(inputs), number(needed(inputs, "usage"), "usage")
        shares, bills, left = needed(inputs, "shares"), [], usage
        for i, share in enumerate(shares):
            known(share, (FACTS - {"usage", "readings", "tou"}) | {"tariff", "ratio", "fixed_qty"}, "shares")
            part = left if i == len(shares) - 1 else self.share_of(share, usage, left, step)
            left -= part
            facts = {key: value for key, value in share.items() if key not in ("tariff", "ratio", "fixed_qty")}
            bills.append((share["tariff"], self.rate(share["tariff"], common | facts | {"usage": part})))
        return self.sum_of_parts(bills)

    @staticmethod
    def share_of(share, usage, left, step):
        if "fixed_qty" in share:
            part = number(share["fixed_qty"], "fixed_qty")
        else:
            part = rounded(usage * number(needed(share, "ratio"), "ratio"), step)
        return min(part, left)

    def prepay_volume(self, inputs):
        common = self.split(inputs, {"tariff", "prior", "volume"})
        facts = common | {"prior": inputs.get("prior", 0), "usage": needed(inputs, "volume")}
        bill = self.rate(needed(inputs, "tariff"), facts)
        return Result(bill.total, bill.lines)

    def prepay_money(self, inputs):
        """The largest multiple of `step` that costs no more than the money; the rest stays credit."""
        common = self.split(inputs, {"tariff", "prior", "money", "step"})
        money, step = number(needed(inputs, "money"), "money"), number(needed(inputs, "step"), "step")

        def cost(count):
            facts = common | {"prior": inputs.get("prior", 0), "usage": count * step}
            return self.rate(inputs["tariff"], facts)

        low, high = 0, 1
        while cost(high).total <= money:
            low, high = high, high * 2
            if high > 10**12:
                raise Refused("the money buys without end")
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if cost(middle).total <= money else (low, middle)
        bill = cost(low)
        return Result(bill.total, bill.lines, {"volume": text(low * step), "charged": text(bill.total),
                                               "credit_left": text(money - bill.total)})

    def vat_inclusive(self, inputs):
        known(inputs, {"lines"}, "inputs")
        shown, net_sum, gross_sum = [], ZERO, ZERO
        for line in needed(inputs, "lines"):
            known(line, {"code", "gross", "rate"}, "lines")
            gross, rate = number(line["gross"], "gross"), number(line["rate"], "rate")
            net = FEN.of(gross / (1 + rate))
            net_sum, gross_sum = net_sum + net, gross_sum + gross
            shown.append({"code": line["code"], "gross": text(gross), "rate": text(rate), "net": text(net),
                          "tax": text(gross - net)})
        return Result(gross_sum, [], {"lines": shown, "net": text(net_sum), "tax": text(gross_sum - net_sum)})

    def late_fee(self, inputs):
        """Days late x rate x amount; rounded, raised to the minimum and capped once, for all bills together."""
        known(inputs, {"mode", "rate", "bills", "paid", "minimum", "cap_percent"}, "inputs")
        if inputs.get("mode", "simple") != "simple":
            raise Refused(f"mode {inputs['mode']!r} is not one this calculator knows")
        fee = owed = ZERO
        shown = []
        for bill in needed(inputs, "bills"):
            known(bill, {"amount", "days", "rate", "rates", "last_due"}, "bills")
            amount = number(bill["amount"], "amount")
            spans = [(days, rate) for days, rate in self.late_spans(bill, inputs) if days > 0]
            owed += amount if spans else ZERO
            for days, rate in spans:
                fee += amount * days * rate
                shown.append({"amount": text(amount), "days": days, "rate": text(rate),
                              "fee": text(amount * days * rate)})
        if fee > 0 and "minimum" in inputs:
            fee = max(fee, number(inputs["minimum"], "minimum"))
        if "cap_percent" in inputs and fee > (cap := owed * number(inputs["cap_percent"], "cap_percent") / 100):
            fee = cap
            shown.append({"capped_at": text(cap)})
        rule = FEN if self.rules.ties_as_written else Rounding(FEN.step, "half_even")
        return Result(rule.of(fee), [], {"lines": shown})

    @staticmethod
    def late_spans(bill, inputs):
        if "days" in bill:
            days = bill["days"] if isinstance(bill["days"], list) else [bill["days"]]
            rates = bill.get("rates", [bill.get("rate", inputs.get("rate"))])
            if len(days) != len(rates):
                raise Refused("bills.days and bills.rates have different lengths")
            return [(int(day), number(rate, "rate")) for day, rate in zip(days, rates)]
        late = (read_date(inputs, "paid") - read_date(bill, "last_due")).days
        return [(late, number(bill.get("rate", inputs.get("rate")), "rate"))]


OPERATIONS = {name: getattr(Operations, name) for name in (
    "bill", "series", "delta", "price_change", "season_split", "year_split", "correction", "mixed", "prepay_volume",
    "prepay_money", "vat_inclusive", "late_fee")}
