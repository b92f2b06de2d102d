-- 违约金: by which rule a bill that is paid late is charged, as data of the utility. content is the exchange form
-- (core/billing/late_rule_json.h). use_class 0 is any class; region is what the book's number begins with, '' any book.
CREATE TABLE late_rule (
    id ${int64} PRIMARY KEY,
    commodity ${int32} NOT NULL,
    use_class ${int32} NOT NULL,
    region ${text} NOT NULL,
    effective_from ${int32} NOT NULL,
    document ${text} NOT NULL,
    content ${text} NOT NULL,
    entered_by ${int64} NOT NULL REFERENCES operator (id),
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded late_rule duties=review_clerk

-- A rule charges nothing before a second person has put it in force.
CREATE TABLE late_rule_activation (
    rule_id ${int64} PRIMARY KEY REFERENCES late_rule (id),
    activated_by ${int64} NOT NULL REFERENCES operator (id),
    activated_at ${int64} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded late_rule_activation duties=finance

-- A reminder that reached the customer (催缴送达); a rule may ask for so many before a charge begins.
CREATE TABLE late_reminder (
    id ${int64} PRIMARY KEY,
    account_id ${int64} NOT NULL REFERENCES account (id),
    served_on ${int32} NOT NULL,
    proof ${text} NOT NULL,
    operator_id ${int64} NOT NULL REFERENCES operator (id),
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded late_reminder duties=shift_lead,review_clerk
CREATE INDEX late_reminder_by_account ON late_reminder (account_id, served_on);

-- Days on which no charge runs, both included: of one bill, of one account, or of all (holidays). kind: 1 dispute,
-- 2 payment in flight, 3 holidays, 4 other. Without a last day it runs until late_stop_end says so.
CREATE TABLE late_stop (
    id ${int64} PRIMARY KEY,
    account_id ${int64} REFERENCES account (id),
    bill_id ${int64} REFERENCES bill (id),
    kind ${int32} NOT NULL CHECK (kind BETWEEN 1 AND 4),
    from_day ${int32} NOT NULL,
    to_day ${int32},
    reason ${text} NOT NULL,
    operator_id ${int64} NOT NULL REFERENCES operator (id),
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded late_stop duties=shift_lead,review_clerk
CREATE INDEX late_stop_by_account ON late_stop (account_id);

CREATE TABLE late_stop_end (
    stop_id ${int64} PRIMARY KEY REFERENCES late_stop (id),
    to_day ${int32} NOT NULL,
    operator_id ${int64} NOT NULL REFERENCES operator (id),
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded late_stop_end duties=shift_lead,review_clerk

-- So much of the late charge of a bill is not asked for. needs_second: it counts once another person approved it.
CREATE TABLE late_waiver (
    id ${int64} PRIMARY KEY,
    account_id ${int64} NOT NULL REFERENCES account (id),
    bill_id ${int64} NOT NULL REFERENCES bill (id),
    amount_minor ${int64} NOT NULL CHECK (amount_minor > 0),
    currency ${text} NOT NULL,
    reason ${text} NOT NULL,
    needs_second ${int32} NOT NULL,
    asked_by ${int64} NOT NULL REFERENCES operator (id),
    asked_at ${int64} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded late_waiver duties=shift_lead
CREATE INDEX late_waiver_by_bill ON late_waiver (bill_id);

CREATE TABLE late_waiver_approval (
    waiver_id ${int64} PRIMARY KEY REFERENCES late_waiver (id),
    approved_by ${int64} NOT NULL REFERENCES operator (id),
    approved_at ${int64} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded late_waiver_approval duties=shift_lead,finance

-- What a payment was charged for being late, one row for each account and rule; the journal has it bill by bill. inputs:
-- the debts with their days, what was taken and waived before (JSON), from which the charge comes out again.
CREATE TABLE late_charge (
    id ${int64} PRIMARY KEY,
    journal_id ${int64} NOT NULL REFERENCES journal (id),
    account_id ${int64} NOT NULL REFERENCES account (id),
    rule_id ${int64} NOT NULL REFERENCES late_rule (id),
    inputs ${text} NOT NULL,
    charge_minor ${int64} NOT NULL CHECK (charge_minor > 0),
    currency ${text} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded late_charge duties=cashier via=function
CREATE INDEX late_charge_by_journal ON late_charge (journal_id);
CREATE INDEX late_charge_by_account ON late_charge (account_id);
