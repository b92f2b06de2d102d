-- How a visit was paid when it was not in cash. turn counts the uses of one slip: 0 for the first, and after that one was
-- reversed 1 for the next. A reversal has a row of its own, -1 less the turn it takes back. So no slip counts twice.
CREATE TABLE tender (
    payment_id ${int64} PRIMARY KEY,
    method ${int32} NOT NULL CHECK (method > 1),
    reference ${text} NOT NULL,
    turn ${int32} NOT NULL,
    unit_id ${int64} NOT NULL,
    UNIQUE (method, reference, turn)
) ${strict};
-- @guarded tender duties=cashier via=function
