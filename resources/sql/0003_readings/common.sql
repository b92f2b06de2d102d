-- Readings arrive in random order and with wrong clocks: one open table per day of reception, reading_day_20261120,
-- sealed into reading_month_202611 when the month is over (core/storage/reading_parts.h, docs/decisions). The two
-- patterns stay empty. What makes the same report the same is same_key: meter time where the clock is to be trusted, else
-- the day of reception and the frame; with the value. A day has one narrow key to keep in random order and otherwise
-- grows at its end; it finds the readings of a meter as well.
CREATE TABLE reading_day (
    id ${int64} PRIMARY KEY,
    meter_id ${int64} NOT NULL,
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
    same_key ${bytes} NOT NULL,
    supersedes ${int64},
    unit_id ${int64} NOT NULL,
    UNIQUE (meter_id, register_code, same_key)
) ${strict};
CREATE INDEX reading_day_doubtful ON reading_day (id) WHERE doubts <> 0;
-- @guarded reading_day duties=reader,reading_supervisor,engineer via=copy as=reading

-- Clustered by meter: the history of a register is one piece.
CREATE TABLE reading_month (
    id ${int64} NOT NULL,
    meter_id ${int64} NOT NULL,
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
    same_key ${bytes} NOT NULL,
    supersedes ${int64},
    unit_id ${int64} NOT NULL,
    PRIMARY KEY (meter_id, register_code, received_at, id),
    UNIQUE (id),
    UNIQUE (meter_id, register_code, same_key)
) ${clustered};
CREATE INDEX reading_month_doubtful ON reading_month (id) WHERE doubts <> 0;
-- @guarded reading_month duties=reader,reading_supervisor,engineer via=copy as=reading

-- Made anew with every part.
CREATE VIEW reading AS SELECT * FROM reading_day UNION ALL SELECT * FROM reading_month;

CREATE TABLE reading_review (
    reading_id ${int64} PRIMARY KEY,
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
