-- 过户: the contract passed to another customer on a day. The account's own row names who holds it now; who held it
-- before is read off the transfers behind a day. A bill never goes over such a day. ladder_anew: what was used until
-- then counts on no bill behind it. debts_taken, credit_taken: what was open, and what was paid ahead, went along.
CREATE TABLE account_transfer (
    id ${int64} PRIMARY KEY,
    account_id ${int64} NOT NULL REFERENCES account (id),
    on_day ${int32} NOT NULL,
    from_customer_id ${int64} NOT NULL REFERENCES customer (id),
    to_customer_id ${int64} NOT NULL REFERENCES customer (id),
    ladder_anew ${int32} NOT NULL CHECK (ladder_anew IN (0, 1)),
    debts_taken ${int32} NOT NULL CHECK (debts_taken IN (0, 1)),
    credit_taken ${int32} NOT NULL CHECK (credit_taken IN (0, 1)),
    document ${text} NOT NULL,
    operator_id ${int64} NOT NULL REFERENCES operator (id),
    unit_id ${int64} NOT NULL,
    UNIQUE (account_id, on_day)
) ${strict};
-- @guarded account_transfer duties=meter_keeper
CREATE INDEX account_transfer_by_former ON account_transfer (from_customer_id);

-- 销户: the account's last day. Nothing is billed behind it; what it owes is owed until it is paid.
CREATE TABLE account_closing (
    account_id ${int64} PRIMARY KEY REFERENCES account (id),
    id ${int64} NOT NULL UNIQUE,
    on_day ${int32} NOT NULL,
    meter_taken_down ${int32} NOT NULL CHECK (meter_taken_down IN (0, 1)),
    reason ${text} NOT NULL,
    operator_id ${int64} NOT NULL REFERENCES operator (id),
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded account_closing duties=meter_keeper
