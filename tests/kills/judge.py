"""What must be true of a database after a kill, by plain SQL and by the keys that were kept outside."""

# What stands in the database of each kind of key, and how often.
STORED = {
    "r": ("a reading", "SELECT m.device_address || ':' || r.meter_time, count(*) FROM {reading} r"
                       " JOIN meter m ON m.id = r.meter_id GROUP BY m.device_address, r.meter_time"),
    "f": ("a finished reading run", "SELECT id, count(*) FROM reading_run WHERE state = 2 GROUP BY id"),
    "b": ("a bill", "SELECT id, count(*) FROM bill GROUP BY id"),
    "i": ("an issued run", "SELECT number, count(*) FROM billing_run WHERE state = 4 GROUP BY number"),
    "n": ("a counted drawer", "SELECT shift_id, count(*) FROM shift_count GROUP BY shift_id"),
    "s": ("a closed shift", "SELECT shift_id, count(*) FROM shift_closing GROUP BY shift_id"),
    "c": ("a closed day", "SELECT business_day, count(*) FROM day_close GROUP BY business_day"),
}

# Each names what is there twice, or by half, and finds nothing.
IMPOSSIBLE = {
    "doubled: a reading": "SELECT meter_id, meter_time FROM {reading} r"
                          " GROUP BY meter_id, register_code, meter_time HAVING count(*) > 1",
    "doubled: a run": "SELECT book_id, accounting_month FROM billing_run GROUP BY book_id, accounting_month"
                      " HAVING count(*) > 1",
    "doubled: a draft": "SELECT run_number, account_id FROM draft GROUP BY run_number, account_id"
                        " HAVING count(*) > 1",
    "doubled: a bill": "SELECT account_id, accounting_month FROM bill GROUP BY account_id, accounting_month"
                       " HAVING count(*) > 1",
    "doubled: a bill's journal": "SELECT l.bill_id FROM journal_line l JOIN journal j ON j.id = l.journal_id"
                                 " WHERE j.kind = 1 AND l.ledger_account ="
                                 " (SELECT min(o.ledger_account) FROM journal_line o WHERE o.journal_id = j.id)"
                                 " GROUP BY l.bill_id HAVING count(DISTINCT j.id) > 1",
    "doubled: a payment": "SELECT payment_id, legal_entity_id FROM receipt GROUP BY payment_id, legal_entity_id"
                          " HAVING count(*) > 1",
    "doubled: a paper": "SELECT paper_number FROM receipt GROUP BY paper_number HAVING count(*) > 1",
    "half: a run's drafts": "SELECT b.number FROM billing_run b WHERE (SELECT count(*) FROM draft d"
                            " WHERE d.run_number = b.number) <> (SELECT count(*) FROM account a JOIN service_point s"
                            " ON s.id = a.service_point_id WHERE s.book_id = b.book_id)",
    "half: an issued run": "SELECT b.number FROM billing_run b WHERE b.state = 4 AND (SELECT count(*) FROM bill x"
                           " WHERE x.run_number = b.number) <> (SELECT count(*) FROM draft d"
                           " WHERE d.run_number = b.number)",
    "half: a bill without lines": "SELECT id FROM bill b WHERE NOT EXISTS (SELECT 1 FROM bill_line l"
                                  " WHERE l.bill_id = b.id)",
    "half: a journal": "SELECT j.id FROM journal j WHERE coalesce((SELECT sum(l.amount_minor) FROM journal_line l"
                       " WHERE l.journal_id = j.id), 1) <> 0",
    "half: a receipt without its cash": "SELECT r.id FROM receipt r WHERE NOT EXISTS (SELECT 1 FROM journal_line l"
                                        " WHERE l.journal_id = r.journal_id AND l.amount_minor = r.amount_minor)",
    "half: a closed day without heads": "SELECT d.business_day FROM day_close d WHERE NOT EXISTS"
                                        " (SELECT 1 FROM audit_checkpoint c WHERE c.business_day = d.business_day)",
}


class Kept:
    """The keys that were kept outside of the database, from the first line on."""

    def __init__(self):
        self.acknowledged = {}  # kind -> set of keys
        self.drafts = {}        # run -> (instant, total, accounts) of the last one acknowledged
        self.payments = {}      # key -> amount of all that were tried

    def hear(self, line):
        word, *keys = line.split()
        for key in keys:
            kind, _, rest = key.partition(":")
            if kind == "p":
                number, _, minor = rest.split(":")
                self.payments[int(number)] = int(minor)
            if word != "ack":
                continue
            if kind == "d":
                run, *draft = (int(part) for part in rest.split(":"))
                self.drafts[run] = tuple(draft)
            else:
                self.acknowledged.setdefault(kind, set()).add(rest)

    def count(self):
        return sum(len(keys) for keys in self.acknowledged.values()) + len(self.drafts)


def reading_rows(rows):
    """The readings as one table, in however many parts they lie."""
    parts = [name for name, in rows("SELECT name FROM guarded_table WHERE logical_name = 'reading' ORDER BY name")]
    columns = "meter_id, register_code, meter_time, received_on"
    return "(" + " UNION ALL ".join(f"SELECT {columns} FROM {part}" for part in parts) + ")"


def violations(rows, kept):
    """Sentences about what is lost, doubled, halved or invented; an empty list is a database as it must be."""
    reading = reading_rows(rows)
    found = []
    for kind, (name, sql) in STORED.items():
        wanted = kept.acknowledged.get(kind)
        if wanted:
            stored = {str(key): count for key, count in rows(sql.format(reading=reading))}
            found += [f"lost: {name} {key}" for key in wanted if key not in stored]
            found += [f"doubled: {name} {key}" for key in wanted if stored.get(key, 0) > 1]
    for what, sql in IMPOSSIBLE.items():
        found += [f"{what} {row}" for row in rows(sql.format(reading=reading))]
    return found + draft_violations(rows, kept) + payment_violations(rows, kept)


def draft_violations(rows, kept):
    if not kept.drafts:
        return []
    stored = {run: (at, total, accounts) for run, at, total, accounts in rows(
        "SELECT b.number, b.drafted_at, CAST(sum(d.total_minor) AS BIGINT), count(d.total_minor) FROM billing_run b"
        " JOIN draft d ON d.run_number = b.number GROUP BY b.number, b.drafted_at")}
    found = []
    for run, draft in kept.drafts.items():
        if run not in stored or stored[run][0] < draft[0]:
            found.append(f"lost: the drafts of run {run}")
        elif stored[run][0] == draft[0] and stored[run] != draft:
            found.append(f"half: the drafts of run {run}: {stored[run]} instead of {draft}")
    return found


def payment_violations(rows, kept):
    if not kept.payments:
        return []
    stored = dict(rows("SELECT payment_id, CAST(sum(amount_minor) AS BIGINT) FROM receipt GROUP BY payment_id"))
    found = []
    for text in kept.acknowledged.get("p", ()):
        key = int(text.split(":")[0])
        if key not in stored:
            found.append(f"lost: the payment {key}")
    for key, minor in stored.items():
        if key not in kept.payments:
            found.append(f"invented: the payment {key}")
        elif minor % kept.payments[key] == 0 and minor > kept.payments[key]:
            found.append(f"doubled: the payment {key}: {minor} instead of {kept.payments[key]}")
        elif minor != kept.payments[key]:
            found.append(f"half: the payment {key}: {minor} instead of {kept.payments[key]}")
    return found
