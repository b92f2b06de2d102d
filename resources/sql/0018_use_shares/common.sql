-- 共用表: what the meters of a place counted is shared by several accounts for readings behind a day, row by row in their
-- order; the last takes what is left. Rows of one id are one agreement, which counts until the next one's day. kind and what
-- it says: UseShare (core/billing/billing_inputs.h). A share is an account's, or what the meters of another place
-- counted (sub_place_id), which is billed there.
CREATE TABLE use_share (
    id ${int64} NOT NULL,
    position ${int32} NOT NULL,
    service_point_id ${int64} NOT NULL REFERENCES service_point (id),
    on_day ${int32} NOT NULL,
    account_id ${int64} REFERENCES account (id),
    sub_place_id ${int64},
    kind ${int32} NOT NULL,
    ratio_micro ${int64} NOT NULL,
    quantity_micro ${int64} NOT NULL,
    step_micro ${int64} NOT NULL,
    rounding ${int32} NOT NULL,
    document ${text} NOT NULL,
    operator_id ${int64} NOT NULL REFERENCES operator (id),
    unit_id ${int64} NOT NULL,
    PRIMARY KEY (id, position)
) ${strict};
-- @guarded use_share duties=meter_keeper
CREATE INDEX use_share_by_place ON use_share (service_point_id);
