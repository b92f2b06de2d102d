-- What was bought beforehand on an IC-card meter (购气): a bill of its own that is paid at once, put on the ladder of that
-- day. volume of 0 steps was asked for as a volume; else as much as the money bought in steps the meter can be told.
CREATE TABLE purchase (
    id ${int64} PRIMARY KEY,
    account_id ${int64} NOT NULL REFERENCES account (id),
    service_point_id ${int64} NOT NULL REFERENCES service_point (id),
    legal_entity_id ${int64} NOT NULL REFERENCES legal_entity (id),
    number ${int32} NOT NULL CHECK (number > 0),
    bought_on ${int32} NOT NULL,
    tariff_version_id ${int64} NOT NULL REFERENCES tariff_version (id),
    rule_version ${int32} NOT NULL,
    inputs ${bytes} NOT NULL,
    inputs_digest ${bytes} NOT NULL,
    step_micro ${int64} NOT NULL CHECK (step_micro >= 0),
    volume_micro ${int64} NOT NULL CHECK (volume_micro > 0),
    ladder_after_micro ${int64} NOT NULL,
    rounding_minor ${int64} NOT NULL,
    total_minor ${int64} NOT NULL,
    taken_minor ${int64} NOT NULL CHECK (taken_minor >= 0),
    credit_used_minor ${int64} NOT NULL CHECK (credit_used_minor >= 0),
    credit_left_minor ${int64} NOT NULL CHECK (credit_left_minor >= 0),
    currency ${text} NOT NULL,
    journal_id ${int64} NOT NULL UNIQUE REFERENCES journal (id),
    unit_id ${int64} NOT NULL,
    UNIQUE (account_id, number)
) ${strict};
-- @guarded purchase duties=cashier via=function

CREATE TABLE purchase_line (
    purchase_id ${int64} NOT NULL REFERENCES purchase (id),
    line_number ${int32} NOT NULL,
    component ${int32} NOT NULL,
    tier ${int32} NOT NULL,
    quantity_micro ${int64} NOT NULL,
    price_micro ${int64} NOT NULL,
    amount_minor ${int64} NOT NULL,
    tax_minor ${int64} NOT NULL,
    tou ${int32} NOT NULL,
    unit_id ${int64} NOT NULL,
    PRIMARY KEY (purchase_id, line_number)
) ${strict};
-- @guarded purchase_line duties=cashier via=function

-- The last purchase of an account that stands was taken back, with its volume and its money.
CREATE TABLE purchase_reversal (
    purchase_id ${int64} PRIMARY KEY REFERENCES purchase (id),
    journal_id ${int64} NOT NULL UNIQUE REFERENCES journal (id),
    reversed_on ${int32} NOT NULL,
    reason ${text} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded purchase_reversal duties=cashier via=function
