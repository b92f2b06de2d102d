-- 总表分摊: what a master meter (at service_point_id) counts more than the meters of these accounts is billed to them by a
-- rule (LossRule in core/billing/loss_sharing.h), for readings behind a day. Rows of one id are one agreement, in the
-- order of its accounts, and count until the next one of the same master; a row without an account ends it.
CREATE TABLE loss_share (
    id ${int64} NOT NULL,
    position ${int32} NOT NULL,
    service_point_id ${int64} NOT NULL REFERENCES service_point (id),
    on_day ${int32} NOT NULL,
    rule ${int32} NOT NULL,
    account_id ${int64} REFERENCES account (id),
    step_micro ${int64} NOT NULL,
    rounding ${int32} NOT NULL,
    document ${text} NOT NULL,
    operator_id ${int64} NOT NULL REFERENCES operator (id),
    unit_id ${int64} NOT NULL,
    PRIMARY KEY (id, position)
) ${strict};
-- @guarded loss_share duties=meter_keeper
CREATE INDEX loss_share_by_place ON loss_share (service_point_id);
CREATE INDEX loss_share_by_account ON loss_share (account_id);
