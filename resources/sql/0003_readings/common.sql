CREATE TABLE reading (
    id ${int64} PRIMARY KEY,
    meter_id ${int64} NOT NULL REFERENCES meter (id),
    register_code ${text} NOT NULL,
    value_digits ${int64} NOT NULL,
    value_scale ${int32} NOT NULL,
    unit ${text} NOT NULL,
    meter_time ${int64},
    clock_trust ${int32} NOT NULL,
    received_at ${int64} NOT NULL,
    received_on ${int32} NOT NULL,
    origin ${int32} NOT NULL,
    terminal ${text} NOT NULL,
    profile ${text} NOT NULL,
    doubts ${int32} NOT NULL,
    frame ${bytes} NOT NULL,
    -- What makes the same report the same: meter time where the clock is to be trusted, else the frame; with the value.
    same_key ${text} NOT NULL,
    supersedes ${int64},
    unit_id ${int64} NOT NULL,
    UNIQUE (meter_id, register_code, same_key)
) ${strict};
-- @guarded reading duties=reader,reading_supervisor,engineer via=copy
CREATE INDEX reading_by_meter ON reading (meter_id, register_code, received_at);

CREATE TABLE reading_review (
    reading_id ${int64} PRIMARY KEY REFERENCES reading (id),
    decision ${int32} NOT NULL,
    reviewer_id ${int64} NOT NULL,
    reviewed_at ${int64} NOT NULL,
    note ${text} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded reading_review duties=reading_supervisor

CREATE TABLE reading_run (
    id ${int64} PRIMARY KEY,
    scope ${text} NOT NULL,
    started_at ${int64} NOT NULL,
    started_by ${int64} NOT NULL,
    finished_at ${int64},
    state ${int32} NOT NULL
) ${strict};
-- @table reading_run insert=reading_supervisor,engineer update=reading_supervisor,engineer,reader

CREATE TABLE reading_run_target (
    run_id ${int64} NOT NULL REFERENCES reading_run (id),
    meter_id ${int64} NOT NULL REFERENCES meter (id),
    outcome ${int32} NOT NULL,
    cause ${text} NOT NULL,
    evidence ${text} NOT NULL,
    tries ${int32} NOT NULL,
    PRIMARY KEY (run_id, meter_id)
) ${strict};
-- @table reading_run_target insert=reading_supervisor,engineer,reader
