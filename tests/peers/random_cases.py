"""Random cases over given tariffs, with the edges looked for on purpose: see random_tariffs.py."""

from datetime import date, timedelta
from fractions import Fraction

from tariff_bill import Biller
from tariff_numbers import text
from tariff_sheet import Tariff

BOUND_ROUNDINGS = [["1", "half_up"], ["0.1", "half_up"], ["0.01", "half_up"], ["1", "floor"]]
OVERRIDES = [{"line": None, "total": ["0.01", "half_up"]},
             {"line": ["0.01", "half_even"], "total": ["0.01", "half_even"]},
             {"line": ["0.01", "half_up"], "total": ["0.01", "half_up"]}]
FEN_LINES = ({}, {"line": ["0.01", "half_up"], "total": ["0.01", "half_up"]})
NEAR = [Fraction(step) for step in ("-1", "0", "1", "-1", "0", "1", "-0.5", "0.5", "-0.001", "0.001")]
SHARES = {1: ["1"], 2: ["0.5", "0.25", "0.6", "0.1", "0.64", "0", "1"], 3: ["0.2", "0.25", "0.3"],
          4: ["0.1", "0.2", "0.25"]}
MILLIONTH = 10**6


def is_short(value):
    """At most six decimals."""
    return (value * MILLIONTH).denominator == 1


class Offer:
    """What can be asked of one tariff."""

    def __init__(self, content):
        self.content, self.tariff, self.id = content, Tariff(content), content["id"]
        self.mode, self.cycle = content["tier_mode"], content["cycle"]["kind"]
        self.categories = [*content.get("categories", {})]
        self.seasons = [*content.get("seasons", {})]
        sheet = self.tariff.sheet(*[names[0] if names else None for names in (self.categories, self.seasons)])
        self.registers = [*(sheet.register_base or (sheet.register_prices or [{}])[0])]
        self.by_table = bool(sheet.register_prices) and self.mode == "graduated"
        self.household = sheet.household is not None
        self.runs = self.mode in ("graduated", "adder")
        self.is_open = all(tier.upto is None for tier in sheet.tiers[-1:])
        self.has = {key for key in ("fixed", "minimum", "rebates", "post", "per_unit") if key in content}
        self.per_month = any(item.get("per") == "month" for item in content.get("fixed", []))
        in_fen = content.get("rounding", {}) in FEN_LINES
        self.can_discount = in_fen and not self.has & {"post", "minimum"}
        # Fit to be one of several bills of a period: nothing but the use is charged, and charged to the cent.
        self.simple = (self.mode in ("graduated", "flat", "adder") and self.is_open and not self.by_table and in_fen
                       and self.cycle != "per_day" and not self.has - {"per_unit"}
                       and (self.mode != "adder" or "base_price" in content))
        self.turns_back = self.mode in ("graduated", "flat", "adder") and not self.has & {"fixed", "minimum", "rebates"}
        self.family = tuple(content[key] for key in ("commodity", "unit", "currency"))
        self.sells_money = self.simple and self.mode != "flat" and self.always_costs(sheet)

    @staticmethod
    def always_costs(sheet):
        return all(sum(prices[i] for _, prices in sheet.components) > 0 for i in range(len(sheet.tiers))
                   ) if sheet.components else bool(sheet.base_price)


class CaseMaker:
    def __init__(self, contents, endless=False):
        self.endless = endless
        self.offers = [Offer(content) for content in contents]
        self.simple = [offer for offer in self.offers if offer.simple]
        self.yearly = [offer for offer in self.simple if offer.cycle == "year" and offer.runs]
        self.monthly = [offer for offer in self.simple if offer.cycle == "month" and offer.runs]
        self.seasonal = [offer for offer in self.simple if offer.seasons and offer.cycle == "month"]
        self.sellers = [offer for offer in self.yearly if offer.sells_money]
        self.successors = self.pairs()
        self.families = {}
        for offer in self.simple:
            self.families.setdefault(offer.family, []).append(offer)
        wanted = {"bill": (56, self.offers), "series": (8, self.offers), "delta": (5, self.offers),
                  "price_change": (7, self.successors), "season_split": (3, self.seasonal),
                  "year_split": (4, self.yearly), "correction": (6, self.yearly + self.monthly),
                  "late_fee": (4, [None]), "mixed": (4, self.simple), "prepay_volume": (2, self.yearly),
                  "prepay_money": (3, self.sellers), "vat_inclusive": (2, [None])}
        self.wanted = {op: weight for op, (weight, offers) in wanted.items() if offers}

    def pairs(self):
        """(old, new): two versions of one tariff, or two that could be."""
        groups = {}
        for offer in self.simple:
            name = offer.id[:-2] if offer.id.endswith("v2") else offer.id
            groups.setdefault(name if name.startswith("r") and name[1:].isdigit()
                              else (*offer.family, offer.mode, offer.cycle), []).append(offer)
        return [(old, new) for offers in groups.values() for old in offers for new in offers
                if old is not new and not old.categories and not old.seasons and not new.id < old.id]

    def make(self, random):
        self.random = random
        op = random.choices([*self.wanted], [*self.wanted.values()])[0]
        return op, getattr(self, op)()

    # Numbers

    def chance(self, probability):
        return self.random.random() < probability

    def decimal(self, low, high):
        decimals = self.random.choice([0, 0, 0, 1, 2, 3])
        return Fraction(round(self.random.uniform(low, high) * 10**decimals), 10**decimals)

    def day(self):
        return date(2025, 1, 1) + timedelta(days=self.random.randrange(730))

    def tie(self, prices):
        """A quantity whose amount is half a cent off a whole one."""
        price = self.random.choice([price for price in prices if price] or [Fraction(1)])
        for _ in range(12):
            qty = self.random.randint(1, 400) * Fraction(self.random.choice(["0.5", "0.25", "0.05", "0.005", "1"]))
            if (qty * price * 100) % 1 == Fraction(1, 2):
                return qty
        return qty

    def near(self, bounds):
        """At a bound or next to it; a bound without an end is met at its thousandth."""
        bound = self.random.choice(bounds)
        return (bound if is_short(bound) else Fraction(round(bound * 1000), 1000)) + self.random.choice(NEAR)

    # Facts of one bill

    def facts(self, offer):
        """Everything but the use and the position on the ladder."""
        facts = {}
        if offer.categories and self.chance(0.7):
            facts["category"] = self.random.choice(offer.categories)
        if offer.seasons and self.chance(0.7):
            facts["season"] = self.random.choice(offer.seasons)
        facts |= self.people(offer)
        span = {} if "people_months" in facts else self.span(offer)
        facts |= span
        if "post" not in offer.has and offer.can_discount and self.chance(0.06):
            facts["rounding_override"] = self.random.choice(OVERRIDES)
        elif offer.can_discount and self.chance(0.04):
            facts["discount_percent"] = str(self.random.randint(1, 99))
        if span and not offer.has & {"rebates"} and offer.mode != "grouped":
            self.round_bounds(offer, facts)
        return facts

    def people(self, offer):
        if not offer.household or self.chance(0.3):
            return {}
        if offer.cycle == "year" and self.chance(0.3):
            months = self.random.randint(1, 11)
            return {"people_months": [[self.random.randint(1, 8), months], [self.random.randint(1, 8), 12 - months]]}
        return {"people": self.random.choice([1, 3, 4, 5, 5, 6, 7, 8])}

    def span(self, offer):
        if offer.cycle == "per_day":
            return {"days": self.random.choice([1, 28, 29, 30, 31, 45, 61, 91])}
        if offer.cycle == "year" and self.chance(0.25):
            return {"months_in_cycle": self.random.randint(1, 12)}
        if offer.mode == "grouped":
            return {}
        if offer.cycle == "month" and "rebates" not in offer.has and self.chance(0.3):
            whole = [1, 2, 2, 3, 4, "6"]
            return {"months": self.random.choice(whole if offer.per_month else [*whole, "3.1", "0.5", "1.5"])}
        if offer.mode != "two_part" and self.chance(0.06):
            return {"block_factor": self.random.choice(["45/30", "29/31", "31/30", "1.5", "0.5", "91/30"])}
        return {}

    def round_bounds(self, offer, facts):
        if self.endless and self.chance(0.5):
            return
        if not all(is_short(bound) for bound in self.bounds(offer, facts)) or self.chance(0.03):
            facts["quota_round"] = self.random.choice(BOUND_ROUNDINGS)

    def sheet(self, offer, facts):
        return offer.tariff.sheet(facts.get("category"), facts.get("season"))

    def bounds(self, offer, facts):
        """Every number at which the price changes for these facts."""
        sheet = self.sheet(offer, facts)
        biller = Biller(sheet, {key: value for key, value in facts.items() if key != "usage"})
        bounds = biller.bounds()
        bounds += [biller.scaled(bound, is_ladder=False) for _, bands in sheet.rebates for bound, _ in bands]
        for group in sheet.groups:
            bounds += [biller.scaled(bound) for bound in (group.upto, *(tier.upto for tier in group.tiers))]
        return [bound for bound in bounds if bound is not None]

    def prices(self, sheet):
        prices = [price for _, row in sheet.components for price in row] + [rate for _, rate in sheet.per_unit]
        prices += [price for row in [sheet.register_base, *sheet.register_prices] for price in row.values()]
        prices += [tier.price for group in sheet.groups for tier in group.tiers] + [*sheet.two_part.values()]
        prices += [tier.adder for tier in sheet.tiers if tier.adder] + ([sheet.base_price] if sheet.base_price else [])
        return prices

    def position(self, offer, bounds):
        if not offer.runs or self.chance(0.35 if offer.cycle == "year" else 0.92):
            return Fraction(0)
        if bounds and self.chance(0.5):
            return max(Fraction(0), self.near(bounds))
        return self.decimal(0, float(max(bounds, default=Fraction(100))) * 1.3)

    def usage(self, offer, facts, prior=Fraction(0), may_turn_back=True):
        """A use after `prior` that looks for an edge as often as not."""
        bounds, kind = self.bounds(offer, facts), self.random.random()
        reach = max([*bounds, Fraction(20)]) * Fraction(3, 2)
        if kind < 0.4 and bounds:
            usage = self.near(bounds) - prior
        elif kind < 0.43 and "minimum" not in offer.has:
            usage = Fraction(0)
        elif kind < 0.58:
            usage = self.tie(self.prices(self.sheet(offer, facts)))
        elif kind < 0.68:
            usage = -min(prior, self.decimal(0, float(prior))) if offer.runs else -self.decimal(0, 100)
        else:
            usage = self.decimal(0.01, float(reach))
        if usage < 0 and not (offer.turns_back and may_turn_back and usage + prior >= 0 or offer.mode == "flat"
                              and offer.turns_back and may_turn_back):
            usage = -usage
        if not usage and "minimum" in offer.has:
            usage = Fraction(1)
        return usage if offer.is_open else min(usage, max(Fraction(0), Fraction(int(max(bounds) - prior))))

    def use(self, offer, usage):
        """The use in one of the forms an input can have."""
        if offer.registers and (offer.by_table or self.chance(0.8)):
            return {"tou": self.registers(offer.registers, usage)}
        if offer.mode == "adder" and "base_price" not in offer.content:
            return {"tou": self.registers(offer.registers, usage)}
        if self.chance(0.1):
            return {"readings": self.readings(usage)}
        return {"usage": text(usage)}

    def registers(self, names, usage):
        share = Fraction(self.random.choice(SHARES[len(names)]))
        parts = [usage * share] * (len(names) - 1)
        parts.append(usage - sum(parts))
        self.random.shuffle(parts)
        return {name: text(part) for name, part in zip(names, parts)}

    def readings(self, usage):
        start = self.random.randrange(10000) + max(0, -int(usage) + 1)
        if usage < 0 or self.chance(0.3):
            return [{"meter": "A", "from": start, "to": text(start + usage)}]
        first = usage // 2 if self.chance(0.5) else usage
        last = {"meter": "B", "from": 0, "to": text(usage - first)}
        if self.chance(0.4) and 0 < first < 100000:
            begin = 100000 - int(self.random.randint(1, max(1, int(first)))) if first >= 1 else 99999
            end = begin + first - 100000
            if 0 <= end < begin:
                return [{"meter": "A", "from": begin, "to": text(end), "rollover": 100000}, last]
        return [{"meter": "A", "from": start, "to": text(start + first)}, last]

    def whole_bill(self, offer):
        if offer.mode == "two_part":
            return self.heat_bill(offer)
        facts = self.facts(offer)
        prior = self.position(offer, self.bounds(offer, facts))
        facts |= {"prior": text(prior)} if prior else {}
        usage = self.usage(offer, facts, prior)
        one_price = len(self.sheet(offer, facts).components) == 1
        if usage > 0 and offer.mode == "graduated" and one_price and "post" not in offer.has and self.chance(0.08):
            facts["free_qty"] = self.random.choice(["10", "15", "0.5", "100"])
        return facts | self.use(offer, usage)

    def heat_bill(self, offer):
        facts = {"category": self.random.choice(offer.categories)} if offer.categories and self.chance(0.7) else {}
        sheet = self.sheet(offer, facts)
        facts |= {"area": text(self.tie([sheet.two_part["basic"]]) if self.chance(0.2) else self.decimal(1, 300)),
                  "usage": "0"}
        if "metered" in sheet.two_part:
            tie = self.chance(0.2)
            facts["heat"] = text(self.tie([sheet.two_part["metered"]]) if tie else self.decimal(0, 9000))
        return facts

    # Operations

    def bill(self):
        offer = self.random.choice(self.offers)
        return {"tariff": offer.id} | self.whole_bill(offer)

    def series(self):
        offer, count = self.random.choice(self.offers), self.random.randint(2, 6)
        if offer.mode == "two_part":
            return {"tariff": offer.id, "periods": [self.heat_bill(offer) for _ in range(count)]}
        periods, position, facts = [], Fraction(0), self.facts(offer)
        for i in range(count):
            facts = self.facts(offer) if self.chance(0.25) else facts
            starts = i > 0 and (offer.cycle != "year" or self.chance(0.1))
            position = Fraction(0) if starts else position
            usage = self.usage(offer, facts, position)
            usage = usage / 4 if usage > 0 and self.chance(0.5) and is_short(usage / 4) else usage
            position += usage
            periods.append(facts | self.use(offer, usage) | ({"reset": True} if starts else {}))
        pair = [new for old, new in self.successors if old is offer]
        if pair and self.chance(0.5) and offer.cycle == "year":
            new = self.random.choice(pair)
            periods = [{key: value for key, value in period.items() if key in ("usage", "reset")} for period in periods]
            if not all("usage" in period for period in periods):
                periods = [{"usage": text(self.decimal(0, 200))} for _ in periods]
            change = self.random.randrange(count)
            return {"periods": [{"tariff": (offer if i < change else new).id} | period
                                for i, period in enumerate(periods)]}
        return {"tariff": offer.id, "periods": periods}

    def delta(self):
        if self.successors and self.chance(0.5):
            old, new = self.random.choice(self.successors)
            return {"tariff_a": old.id, "tariff_b": new.id,
                    "common": {"usage": text(self.usage(old, {}, may_turn_back=False))}}
        offer = self.random.choice([offer for offer in self.offers if offer.mode != "two_part"])
        facts = self.facts(offer)
        sides = {side: self.use(offer, self.usage(offer, facts, may_turn_back=False)) for side in "ab"}
        return {"tariff_a": offer.id, "tariff_b": offer.id, "common": facts} | sides

    def period(self, *lengths):
        """[from, somewhere inside (its ends included), to) with the days before and in all."""
        first, whole = self.day(), self.random.choice(lengths or [1, 2, 28, 30, 31, 33, 59, 61, 62, 92])
        days = self.random.choice([0, whole, 1, whole - 1, *(self.random.randint(0, whole) for _ in range(8))])
        return first, first + timedelta(days=days), first + timedelta(days=whole), days, whole

    def price_change(self):
        old, new = self.random.choice(self.successors)
        first, change, last, days, whole = self.period()
        bounds = self.bounds(old, {})
        prior = self.position(old, bounds)
        usage = self.usage(old, {}, prior, may_turn_back=False)
        inputs = {"old": old.id, "new": new.id, "from": str(first), "effective": str(change), "to": str(last),
                  "usage": text(usage), "method": self.random.choice(["actual", "by_day", "by_reading_date"])}
        if inputs["method"] == "by_day":
            inputs["usage"] = str(round(usage))  # a share never rounds above the whole
        inputs |= {"prior": text(prior)} if prior else {}
        if inputs["method"] == "actual":
            part = usage if self.chance(0.1) else usage * self.random.choice([0, Fraction(1, 2), Fraction(3, 10), 1])
            inputs["usage_until_change"] = text(part)
        if inputs["method"] == "by_day" and self.chance(0.5):
            inputs["qty_round"] = self.random.choice(BOUND_ROUNDINGS)
        if self.chance(0.1) and inputs["method"] != "by_reading_date" and not prior:
            inputs["restart_tiers"] = True
        return inputs

    def season_split(self):
        offer = self.random.choice(self.seasonal)
        first, boundary, last, days, whole = self.period(10, 20, 25, 30, 32, 40, 50)
        before, after = (self.random.choice(offer.seasons) for _ in range(2))
        bounds = self.bounds(offer, {"season": before})
        usage = Fraction(self.random.randint(0, int(max(bounds, default=50) * 3 / 2)))
        inputs = {"tariff": offer.id, "from": str(first), "boundary": str(boundary), "to": str(last),
                  "season_before": before, "season_after": after, "usage": text(usage)}
        return inputs

    def year_split(self):
        offer = self.random.choice(self.yearly)
        length = self.random.choice([2, 28, 30, 31, 61, 62, 92])
        reset = date(2026, 1, 1)
        days = self.random.randint(0, length)
        bounds = self.bounds(offer, {})
        prior = self.position(offer, bounds)
        return {"tariff": offer.id, "from": str(reset - timedelta(days=days)),
                "to": str(reset + timedelta(days=length - days)), "reset": str(reset),
                "usage": str(self.random.randint(0, int(max(bounds, default=50)))), "prior": text(prior),
                "method": self.random.choice(["by_day", "by_day", "all_to_reading_year", "all_to_old_year"])}

    def correction(self):
        count = self.random.randint(2, 6)
        offer = self.random.choice(self.yearly + self.monthly)
        new = [new for old, new in self.successors if old is offer]
        reach = float(max([*self.bounds(offer, {}), Fraction(20)]))
        reach = reach if offer.cycle == "month" else 2 * reach / count
        billed = [self.decimal(0, reach) for _ in range(count)]
        correct = list(billed)
        for _ in range(self.random.choice([1, 1, 2, 3])):
            place = self.random.randrange(count)
            more = correct[place] + self.decimal(0, 9)
            correct[place] = self.random.choice([Fraction(0), self.decimal(0, reach), more])
        inputs = {"billed": [text(usage) for usage in billed], "correct": [text(usage) for usage in correct]}
        if offer.cycle == "month":
            return {"tariff": offer.id} | inputs | {"reset_each": True, "method": "replay"}
        change = self.random.randrange(count)
        whose = ({"tariffs": [offer.id if i < change else new[0].id for i in range(count)]}
                 if new and self.chance(0.6) else {"tariff": offer.id})
        naive = sum(correct) < sum(billed) and self.chance(0.2)
        return whose | inputs | {"method": "naive" if naive else "replay"}

    def mixed(self):
        family = self.random.choice([offers for offers in self.families.values() for _ in offers])
        count = self.random.choice([2, 2, 3])
        usage = self.decimal(10, 400)
        shares = [{"tariff": self.random.choice(family).id} for _ in range(count)]
        for share in shares[:-1]:
            if self.chance(0.4):
                share["fixed_qty"] = text(self.decimal(0, float(usage) / count))
            else:
                share["ratio"] = text(Fraction(self.random.randint(0, 100 // count), 100))
        return {"usage": text(usage), "shares": shares}

    def purchase(self, offers):
        offer = self.random.choice(offers)
        common = {"category": self.random.choice(offer.categories)} if offer.categories else {}
        prior = self.position(offer, self.bounds(offer, common))
        return offer, common, prior, {"tariff": offer.id, "common": common, "prior": text(prior)}

    def prepay_volume(self):
        offer, common, prior, inputs = self.purchase(self.yearly)
        return inputs | {"volume": text(self.usage(offer, common, prior, may_turn_back=False))}

    def prepay_money(self):
        _, _, _, inputs = self.purchase(self.sellers)
        money = self.random.choice(["50", "100", "200", "500", f"{self.random.uniform(1, 2000):.2f}"])
        return inputs | {"money": money, "step": self.random.choice(["1", "0.1", "0.01"])}

    def vat_inclusive(self):
        return {"lines": [{"code": code, "gross": f"{self.random.uniform(0, 5000):.2f}",
                           "rate": self.random.choice(["0", "0.03", "0.06", "0.09", "0.13"])}
                          for code in ("water", "resource", "sewage")[:self.random.randint(1, 3)]]}

    def late_fee(self):
        due, count = self.day(), self.random.choice([1, 1, 2, 3])
        rate = self.random.choice(["0.001", "0.002", "0.003", "0.005", "0.01"])
        if self.chance(0.3):
            return {"bills": [self.counted_late() for _ in range(count)]}
        bills = [{"amount": f"{self.random.uniform(0.5, 3000):.2f}",
                  "last_due": str(due + timedelta(days=self.random.choice([0, -30, -400, 1, 40])))}
                 for _ in range(count)]
        inputs = {"mode": "simple", "rate": rate, "bills": bills,
                  "paid": str(due + timedelta(days=self.random.choice([0, 1, 2, 10, 30, 120, 400])))}
        if self.chance(0.4):
            inputs["minimum"] = "1"
        elif count == 1 and self.chance(0.4):
            inputs["cap_percent"] = self.random.choice(["100", "30"])
        return inputs

    def counted_late(self):
        rates = [self.random.choice(["0.001", "0.002", "0.003"]) for _ in range(2)]
        amount = f"{self.random.uniform(1, 3000):.2f}"
        if self.chance(0.5):
            return {"amount": amount, "days": self.random.choice([0, 1, 3, 34, 400]), "rate": rates[0]}
        return {"amount": amount, "days": [self.random.randint(0, 40), self.random.randint(0, 40)], "rates": rates}
