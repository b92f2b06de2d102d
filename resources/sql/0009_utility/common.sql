-- Whose days and clocks this database speaks of: row 1, written at set-up and never changed, because every business day
-- that is stored was chosen by it. Databases that were set up before they had this row are Asia/Shanghai from midnight on.
CREATE TABLE utility_settings (
    id ${int32} PRIMARY KEY,
    zone ${text} NOT NULL,
    day_start_hour ${int32} NOT NULL CHECK (day_start_hour BETWEEN 0 AND 12),
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded utility_settings duties=administrator

-- 节假日与调休: days on which the weekday alone does not say whether work is done. The last word on a day counts, and the
-- earlier ones stay: due dates were moved by them. kind is the number of core/calendar's DayKind; 3 takes a day back.
CREATE TABLE special_day (
    day ${int32} NOT NULL,
    number ${int32} NOT NULL CHECK (number > 0),
    kind ${int32} NOT NULL CHECK (kind BETWEEN 1 AND 3),
    name ${text} NOT NULL,
    operator_id ${int64} NOT NULL REFERENCES operator (id),
    at ${int64} NOT NULL,
    unit_id ${int64} NOT NULL,
    PRIMARY KEY (day, number)
) ${strict};
-- @guarded special_day duties=administrator
