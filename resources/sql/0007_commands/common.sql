-- What devices are asked to do, and everything that was said of it. A command is one row that never changes; its life
-- is its events (core/commands/command_life.h). Kinds, states, reasons and flags are the numbers of core/commands.
CREATE TABLE command (
    id ${int64} PRIMARY KEY,
    meter_id ${int64} NOT NULL REFERENCES meter (id),
    service_point_id ${int64} NOT NULL REFERENCES service_point (id),
    kind ${int32} NOT NULL CHECK (kind BETWEEN 1 AND 5),
    parameter ${int32} NOT NULL,
    reason ${int32} CHECK (reason BETWEEN 1 AND 6),
    document ${text} NOT NULL,
    requested_by ${int64} NOT NULL REFERENCES operator (id),
    requested_at ${int64} NOT NULL,
    not_after ${int64} NOT NULL,
    unit_id ${int64} NOT NULL,
    -- Whoever moves a valve says why.
    CHECK ((kind <= 2) = (reason IS NOT NULL))
) ${strict};
-- @guarded command duties=engineer,shift_lead,revenue_inspector
CREATE INDEX command_by_meter ON command (meter_id);

CREATE TABLE command_event (
    command_id ${int64} NOT NULL REFERENCES command (id),
    number ${int32} NOT NULL CHECK (number > 0),
    heard ${int32} NOT NULL CHECK (heard BETWEEN 1 AND 14),
    state ${int32} NOT NULL CHECK (state BETWEEN 1 AND 14),
    at ${int64} NOT NULL,
    operator_id ${int64} NOT NULL REFERENCES operator (id),
    evidence ${text} NOT NULL,
    unit_id ${int64} NOT NULL,
    PRIMARY KEY (command_id, number)
) ${strict};
-- @guarded command_event duties=engineer,shift_lead,revenue_inspector

-- What keeps the company patient with a customer. The newest row of an account and flag counts, from its day on.
CREATE TABLE supply_flag (
    id ${int64} PRIMARY KEY,
    account_id ${int64} NOT NULL REFERENCES account (id),
    flag ${int32} NOT NULL CHECK (flag BETWEEN 1 AND 5),
    raised ${int32} NOT NULL CHECK (raised IN (0, 1)),
    until_day ${int32},
    document ${text} NOT NULL,
    operator_id ${int64} NOT NULL REFERENCES operator (id),
    at ${int64} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded supply_flag duties=shift_lead,revenue_inspector
CREATE INDEX supply_flag_by_account ON supply_flag (account_id, flag);

-- 中止供应通知: how and when it reached the customer.
CREATE TABLE disconnection_notice (
    id ${int64} PRIMARY KEY,
    account_id ${int64} NOT NULL REFERENCES account (id),
    served_on ${int32} NOT NULL,
    overdue_minor ${int64} NOT NULL,
    currency ${text} NOT NULL,
    proof ${text} NOT NULL,
    operator_id ${int64} NOT NULL REFERENCES operator (id),
    at ${int64} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded disconnection_notice duties=shift_lead,revenue_inspector
CREATE INDEX disconnection_notice_by_account ON disconnection_notice (account_id, served_on);

-- What the crew found at a service point before a valve is opened.
CREATE TABLE site_check (
    id ${int64} PRIMARY KEY,
    service_point_id ${int64} NOT NULL REFERENCES service_point (id),
    crew_id ${int64} NOT NULL REFERENCES operator (id),
    checked_at ${int64} NOT NULL,
    someone_present ${int32} NOT NULL CHECK (someone_present IN (0, 1)),
    appliances_off ${int32} NOT NULL CHECK (appliances_off IN (0, 1)),
    leak_free ${int32} NOT NULL CHECK (leak_free IN (0, 1)),
    evidence ${text} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded site_check duties=engineer,meter_keeper,revenue_inspector
CREATE INDEX site_check_by_service_point ON site_check (service_point_id, checked_at);
