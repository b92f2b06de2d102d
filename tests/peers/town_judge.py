"""Judges a day that was played: what the database says against what the town says it did.

Shares nothing with the program: rows come through sqlite3 or psql, bills are computed again from the roster, the
tariff files and the readings with decimals of its own. `judge(...)` returns the sentences of what does not hold.
"""

import json
from collections import Counter, defaultdict
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

ACCEPTED, REJECTED = 1, 2
FEN = Decimal("0.01")
WHOLE = Decimal(1)


def lines_of(path):
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


class Town:
    """Its own ledger: which meters can answer, and every sound answer to 901F that left them."""

    def __init__(self, path):
        lines = lines_of(path)
        assert lines and lines[-1]["event"] == "end" and lines[-1]["events"] == len(lines), "the ledger is not complete"
        self.hears = {line["meter"]: line["hears"] for line in lines if line["event"] == "register"}
        self.said = defaultdict(set)
        for line in lines:
            if line["event"] == "sent" and line.get("intact") and "reading" in line:
                self.said[line["meter"]].add((Decimal(line["reading"]), line["frame"].upper()))


def judge_readings(rows, town):
    wrong = []
    stored = rows.all(
        "SELECT m.device_address, r.value_digits, r.value_scale, " + rows.hex.format("r.frame") +
        " FROM reading r JOIN meter m ON m.id = r.meter_id WHERE r.register_code = 'volume'")
    times = Counter(meter for meter, *_ in stored)
    for meter, count in times.items():
        if count > 1:
            wrong.append(f"meter {meter} was stored {count} times")
        if not town.hears.get(meter, False):
            wrong.append(f"meter {meter} cannot answer and has a reading")
    for meter, digits, scale, frame in stored:
        value = Decimal(int(digits)).scaleb(-int(scale))
        if not any(said == value and whole.endswith(frame) for said, whole in town.said[meter]):
            wrong.append(f"meter {meter} never said {value}")
    wrong += [f"living meter {meter} was not read" for meter, hears in town.hears.items() if hears and not times[meter]]
    return wrong, len(stored)


class Tariff:
    def __init__(self, path):
        content = json.loads(Path(path).read_text(encoding="utf-8"))
        self.bounds = [tier["upto"] for tier in content["tiers"]]
        self.prices = [[Decimal(price) for price in part["prices"]] for part in content["components"]]

    def charge(self, before, use):
        """Half up per line, one line a component and tier."""
        total, lower = Decimal(0), Decimal(0)
        for tier, bound in enumerate(self.bounds):
            upper = Decimal(bound) if bound is not None else before + use
            inside = max(Decimal(0), min(upper, before + use) - max(lower, before))
            lower = max(lower, upper)
            for prices in self.prices:
                if len(prices) > 1:
                    total += (inside * prices[tier]).quantize(FEN, ROUND_HALF_UP)
        for prices in self.prices:
            if len(prices) == 1:
                total += (use * prices[0]).quantize(FEN, ROUND_HALF_UP)
        return total


def cut(value):
    return Decimal(value) // WHOLE


def judge_bills(rows, roster, tariffs):
    wrong = []
    accounts = [line for line in lines_of(roster) if line["kind"] == "account"]
    bills = {number: (int(total), Decimal(use) / 1_000_000) for number, total, use in rows.all(
        "SELECT a.number, b.total_minor, b.usage_micro FROM bill b JOIN account a ON a.id = b.account_id")}
    readings = {meter: (Decimal(int(digits)).scaleb(-int(scale)), int(doubts), int(decision or 0))
                for meter, digits, scale, doubts, decision in rows.all(
                    "SELECT m.number, r.value_digits, r.value_scale, r.doubts, v.decision FROM reading r"
                    " JOIN meter m ON m.id = r.meter_id LEFT JOIN reading_review v ON v.reading_id = r.id"
                    " WHERE r.register_code = 'volume'")}
    for account in accounts:
        number, meter = account["account"], account["meter"]
        reading = readings.get(meter["number"])
        billable = reading and (reading[1] == 0 or reading[2] == ACCEPTED)
        if bool(billable) != (number in bills):
            wrong.append(f"account {number} is {'not billed' if billable else 'billed without a reading to trust'}")
            continue
        if not billable:
            continue
        use = cut(reading[0]) - cut(account["previous_reading"]["value"])
        if use < 0:
            use += 10 ** meter["digits"]
        before = Decimal(account["year_to_date"]["use"])
        total = tariffs[account["commodity"]].charge(before, use)
        if bills[number] != (int(total * 100), use):
            wrong.append(f"account {number} was billed {bills[number]}, its readings say {int(total * 100), use}")
    return wrong, len(bills)


def judge_ledger(rows):
    wrong = [f"journal {journal} is off by {sum_}" for journal, sum_ in rows.all(
        "SELECT journal_id, sum(amount_minor) FROM journal_line GROUP BY journal_id, currency HAVING sum(amount_minor) <> 0")]
    billed = int(rows.all("SELECT coalesce(sum(total_minor), 0) FROM bill")[0][0])
    booked = int(rows.all("SELECT coalesce(sum(l.amount_minor), 0) FROM journal_line l JOIN journal j ON j.id = l.journal_id"
                          " WHERE j.kind = 1 AND l.ledger_account = 2")[0][0])
    if billed != booked:
        wrong.append(f"bills are {billed} fen, receivables booked for bills {booked}")
    papers = sorted(int(row[0]) for row in rows.all("SELECT paper_number FROM receipt"))
    if papers != list(range(papers[0], papers[0] + len(papers))) if papers else True:
        wrong.append(f"receipt numbers are not one after the other: {papers[:5]}…")
    cash = int(rows.all("SELECT coalesce(sum(amount_minor), 0) FROM receipt")[0][0])
    counted = int(rows.all("SELECT sum(c.counted_minor - o.float_minor) FROM shift_count c JOIN shift_opening o"
                           " ON o.id = c.shift_id")[0][0])
    apart = int(rows.all("SELECT sum(over_minor - short_minor) FROM shift_closing")[0][0])
    if counted != cash + apart:
        wrong.append(f"counted {counted} fen, receipts {cash}, over and short {apart}")
    if rows.all("SELECT count(*) FROM day_close") != [["1"]]:
        wrong.append("the day is not closed")
    return wrong


def judge(rows, folder, tariff_folder):
    """(sentences of what does not hold, figures)"""
    folder = Path(folder)
    readings_wrong, readings = judge_readings(rows, Town(folder / "truth.jsonl"))
    tariffs = {name: Tariff(Path(tariff_folder) / f"sandbox-{name}.json") for name in ("gas", "water")}
    bills_wrong, bills = judge_bills(rows, folder / "roster.jsonl", tariffs)
    return readings_wrong + bills_wrong + judge_ledger(rows), {"readings": readings, "bills": bills}
