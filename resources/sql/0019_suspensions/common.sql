-- 报停: the customer wants no supply behind a day, until it is resumed (复用). Nothing is billed between the two days; what
-- was used all the same is on the first bill behind them, which begins at the dial of the last one before.
CREATE TABLE account_suspension (
    id ${int64} PRIMARY KEY,
    account_id ${int64} NOT NULL REFERENCES account (id),
    on_day ${int32} NOT NULL,
    document ${text} NOT NULL,
    operator_id ${int64} NOT NULL REFERENCES operator (id),
    unit_id ${int64} NOT NULL,
    UNIQUE (account_id, on_day)
) ${strict};
-- @guarded account_suspension duties=meter_keeper

CREATE TABLE account_resumption (
    suspension_id ${int64} PRIMARY KEY REFERENCES account_suspension (id),
    id ${int64} NOT NULL UNIQUE,
    on_day ${int32} NOT NULL,
    document ${text} NOT NULL,
    operator_id ${int64} NOT NULL REFERENCES operator (id),
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded account_resumption duties=meter_keeper
