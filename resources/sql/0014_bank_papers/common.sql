-- Of a visit that was paid by transfer or cheque: the bank, and the day the money arrived or the cheque was written. A
-- reversal has a row of its own, as in tender.
CREATE TABLE tender_bank (
    payment_id ${int64} PRIMARY KEY REFERENCES tender (payment_id),
    bank ${text} NOT NULL,
    value_date ${int32} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded tender_bank duties=cashier via=function
