-- What a tariff is called, which changes no bill.
CREATE TABLE tariff (
    code ${text} NOT NULL PRIMARY KEY,
    name ${text} NOT NULL,
    commodity ${int32} NOT NULL
) ${strict};
-- @table tariff insert=review_clerk delete=review_clerk

-- The version of a tariff that somebody works on, in the exchange form. It becomes a tariff_version when it is entered.
CREATE TABLE tariff_draft (
    tariff_code ${text} NOT NULL PRIMARY KEY,
    content ${text} NOT NULL,
    changed_by ${int64} NOT NULL,
    changed_at ${int64} NOT NULL
) ${strict};
-- @table tariff_draft insert=review_clerk delete=review_clerk

-- Several versions of one day may have been entered; one of them is put in force.
CREATE TABLE tariff_version (
    id ${int64} PRIMARY KEY,
    tariff_code ${text} NOT NULL,
    effective_from ${int32} NOT NULL,
    content ${bytes} NOT NULL,
    price_order ${text} NOT NULL,
    entered_by ${int64} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded tariff_version duties=review_clerk
CREATE INDEX tariff_version_by_tariff ON tariff_version (tariff_code, effective_from);

-- A version rates nothing before a second person has put it in force.
CREATE TABLE tariff_activation (
    version_id ${int64} PRIMARY KEY REFERENCES tariff_version (id),
    activated_by ${int64} NOT NULL,
    activated_at ${int64} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded tariff_activation duties=finance

-- One run rates one book for one accounting month. Its number is part of every id made inside it.
CREATE TABLE billing_run (
    number ${int64} PRIMARY KEY,
    book_id ${int64} NOT NULL REFERENCES book (id),
    accounting_month ${int32} NOT NULL,
    state ${int32} NOT NULL,
    drafted_by ${int64} NOT NULL,
    drafted_at ${int64} NOT NULL,
    checked_by ${int64},
    checked_at ${int64},
    read_to ${int32} NOT NULL,
    due_on ${int32} NOT NULL,
    issued_by ${int64},
    issued_at ${int64}
) ${strict};
-- @table billing_run insert=review_clerk update=review_clerk

-- A draft is one row per account: canonical inputs, total, hash; or the reason why the account is held.
CREATE TABLE draft (
    run_number ${int64} NOT NULL REFERENCES billing_run (number),
    ordinal ${int32} NOT NULL,
    account_id ${int64} NOT NULL REFERENCES account (id),
    inputs ${bytes},
    inputs_digest ${bytes},
    total_minor ${int64},
    currency ${text},
    held_because ${text},
    PRIMARY KEY (run_number, ordinal),
    UNIQUE (run_number, account_id)
) ${strict};
-- @table draft insert=review_clerk delete=review_clerk

-- turn 0 is the run's own bill; a correction reverses it (bill_reversal) and issues turn 1 in its place, and so on. A
-- replacement keeps the run and the month of what it replaces.
CREATE TABLE bill (
    id ${int64} PRIMARY KEY,
    run_number ${int64} NOT NULL REFERENCES billing_run (number),
    account_id ${int64} NOT NULL REFERENCES account (id),
    service_point_id ${int64} NOT NULL REFERENCES service_point (id),
    legal_entity_id ${int64} NOT NULL REFERENCES legal_entity (id),
    accounting_month ${int32} NOT NULL,
    tariff_version_id ${int64} NOT NULL REFERENCES tariff_version (id),
    rule_version ${int32} NOT NULL,
    inputs ${bytes} NOT NULL,
    inputs_digest ${bytes} NOT NULL,
    read_to ${int32} NOT NULL,
    ladder_on ${int32},
    window_start ${int32},
    parts ${int32} NOT NULL,
    usage_micro ${int64} NOT NULL,
    ladder_after_micro ${int64} NOT NULL,
    rounding_minor ${int64} NOT NULL,
    total_minor ${int64} NOT NULL,
    currency ${text} NOT NULL,
    issued_on ${int32} NOT NULL,
    due_on ${int32} NOT NULL,
    turn ${int32} NOT NULL,
    unit_id ${int64} NOT NULL,
    UNIQUE (run_number, account_id, turn),
    UNIQUE (account_id, accounting_month, turn)
) ${strict};
-- @guarded bill duties=review_clerk via=copy
CREATE INDEX bill_by_account ON bill (account_id, read_to);

-- Days of a divided bill with one price, ladder window and season; a bill that is one has none. Use counts in the ladder
-- window of ladder_on: of a bill, where it is not that of read_to.
CREATE TABLE bill_part (
    bill_id ${int64} NOT NULL REFERENCES bill (id),
    part_number ${int32} NOT NULL,
    from_day ${int32} NOT NULL,
    until_day ${int32} NOT NULL,
    tariff_version_id ${int64} NOT NULL REFERENCES tariff_version (id),
    ladder_on ${int32} NOT NULL,
    usage_micro ${int64} NOT NULL,
    ladder_after_micro ${int64} NOT NULL,
    total_minor ${int64} NOT NULL,
    unit_id ${int64} NOT NULL,
    PRIMARY KEY (bill_id, part_number)
) ${strict};
-- @guarded bill_part duties=review_clerk via=copy

CREATE TABLE bill_line (
    bill_id ${int64} NOT NULL REFERENCES bill (id),
    line_number ${int32} NOT NULL,
    part ${int32} NOT NULL,
    component ${int32} NOT NULL,
    tier ${int32} NOT NULL,
    quantity_micro ${int64} NOT NULL,
    price_micro ${int64} NOT NULL,
    amount_minor ${int64} NOT NULL,
    tax_minor ${int64} NOT NULL,
    tou ${int32} NOT NULL,
    unit_id ${int64} NOT NULL,
    PRIMARY KEY (bill_id, line_number)
) ${strict};
-- @guarded bill_line duties=review_clerk via=copy

-- What is now known to be true of issued bills (as JSON, core/services/inside/truth_json.h), with the digest of all that
-- follows from it. It changes nothing before a second person has approved it.
CREATE TABLE correction (
    id ${int64} PRIMARY KEY,
    account_id ${int64} NOT NULL REFERENCES account (id),
    truth ${text} NOT NULL,
    reason ${text} NOT NULL,
    digest ${bytes} NOT NULL,
    prepared_by ${int64} NOT NULL REFERENCES operator (id),
    prepared_at ${int64} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded correction duties=review_clerk

CREATE TABLE correction_approval (
    correction_id ${int64} PRIMARY KEY REFERENCES correction (id),
    approved_by ${int64} NOT NULL REFERENCES operator (id),
    approved_at ${int64} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded correction_approval duties=review_clerk

-- A bill that does not stand any more, and the one in its place. What had been paid of it became the account's credit.
CREATE TABLE bill_reversal (
    bill_id ${int64} PRIMARY KEY REFERENCES bill (id),
    replaced_by ${int64} NOT NULL UNIQUE REFERENCES bill (id),
    correction_id ${int64} NOT NULL REFERENCES correction (id),
    released_minor ${int64} NOT NULL,
    reversed_on ${int32} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded bill_reversal duties=review_clerk
CREATE INDEX bill_reversal_by_correction ON bill_reversal (correction_id);
