CREATE TABLE shift_opening (
    id ${int64} PRIMARY KEY,
    seat ${int32} NOT NULL,
    operator_id ${int64} NOT NULL,
    business_day ${int32} NOT NULL,
    opened_at ${int64} NOT NULL,
    float_minor ${int64} NOT NULL,
    currency ${text} NOT NULL,
    paper_from ${int64} NOT NULL,
    paper_to ${int64} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded shift_opening duties=cashier,vending_clerk

-- Counted before the expected sum is shown; one count per shift, never corrected.
CREATE TABLE shift_count (
    shift_id ${int64} PRIMARY KEY REFERENCES shift_opening (id),
    counted_minor ${int64} NOT NULL,
    denominations ${text} NOT NULL,
    counted_at ${int64} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded shift_count duties=cashier,vending_clerk

CREATE TABLE shift_closing (
    shift_id ${int64} PRIMARY KEY REFERENCES shift_opening (id),
    expected_minor ${int64} NOT NULL,
    over_minor ${int64} NOT NULL,
    short_minor ${int64} NOT NULL,
    reason ${text} NOT NULL,
    lead_id ${int64} NOT NULL,
    closed_at ${int64} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded shift_closing duties=shift_lead

CREATE TABLE day_close (
    business_day ${int32} PRIMARY KEY,
    closed_by ${int64} NOT NULL,
    closed_at ${int64} NOT NULL,
    totals ${text} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded day_close duties=shift_lead

-- The id is made by the caller before the work begins: the same id again answers "already done".
CREATE TABLE journal (
    id ${int64} PRIMARY KEY,
    kind ${int32} NOT NULL,
    legal_entity_id ${int64} NOT NULL REFERENCES legal_entity (id),
    business_day ${int32} NOT NULL,
    seat ${int32} NOT NULL,
    shift_id ${int64} REFERENCES shift_opening (id),
    posted_at ${int64} NOT NULL,
    reverses_id ${int64} UNIQUE REFERENCES journal (id),
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded journal duties=cashier,shift_lead,review_clerk,vending_clerk via=function
CREATE INDEX journal_by_day ON journal (business_day, seat);

CREATE TABLE journal_line (
    journal_id ${int64} NOT NULL REFERENCES journal (id),
    line_number ${int32} NOT NULL,
    ledger_account ${int32} NOT NULL,
    account_id ${int64} REFERENCES account (id),
    bill_id ${int64} REFERENCES bill (id),
    component ${text} NOT NULL,
    amount_minor ${int64} NOT NULL,
    currency ${text} NOT NULL,
    unit_id ${int64} NOT NULL,
    PRIMARY KEY (journal_id, line_number)
) ${strict};
-- @guarded journal_line duties=cashier,shift_lead,review_clerk,vending_clerk via=function
-- @balanced journal_line group=journal_id also=currency amount=amount_minor
CREATE INDEX journal_line_by_account ON journal_line (account_id, ledger_account);
CREATE INDEX journal_line_by_bill ON journal_line (bill_id);

-- One visit may pay two companies: one receipt per legal entity, all of one visit share the payment id.
CREATE TABLE receipt (
    id ${int64} PRIMARY KEY,
    payment_id ${int64} NOT NULL,
    journal_id ${int64} NOT NULL UNIQUE REFERENCES journal (id),
    paper_number ${int64} NOT NULL UNIQUE,
    legal_entity_id ${int64} NOT NULL REFERENCES legal_entity (id),
    account_id ${int64} NOT NULL REFERENCES account (id),
    received_minor ${int64} NOT NULL,
    change_minor ${int64} NOT NULL,
    amount_minor ${int64} NOT NULL,
    currency ${text} NOT NULL,
    shift_id ${int64} NOT NULL REFERENCES shift_opening (id),
    issued_at ${int64} NOT NULL,
    unit_id ${int64} NOT NULL,
    UNIQUE (payment_id, legal_entity_id)
) ${strict};
-- @guarded receipt duties=cashier
CREATE INDEX receipt_by_shift ON receipt (shift_id);

-- What was printed can be printed again: the model of every paper, and each time it came out of a printer.
CREATE TABLE paper (
    id ${int64} PRIMARY KEY,
    kind ${text} NOT NULL,
    subject_id ${int64} NOT NULL,
    model ${bytes} NOT NULL,
    digest ${bytes} NOT NULL,
    unit_id ${int64} NOT NULL,
    UNIQUE (kind, subject_id)
) ${strict};
-- @guarded paper duties=cashier,shift_lead,review_clerk,vending_clerk

CREATE TABLE paper_print (
    paper_id ${int64} NOT NULL REFERENCES paper (id),
    copy_number ${int32} NOT NULL,
    printed_at ${int64} NOT NULL,
    operator_id ${int64} NOT NULL,
    unit_id ${int64} NOT NULL,
    PRIMARY KEY (paper_id, copy_number)
) ${strict};
-- @guarded paper_print duties=cashier,shift_lead,review_clerk,vending_clerk
