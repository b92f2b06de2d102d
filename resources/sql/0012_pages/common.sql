-- What the pages of the workstation show is kept where it is made, so that no page adds up a million rows to open.

-- A run's sums: of its drafts, of those that are held, and of what was issued of it so far. A column that comes later
-- cannot be NOT NULL on SQLite; every row has them.
ALTER TABLE billing_run ADD COLUMN ready_count ${int32};
ALTER TABLE billing_run ADD COLUMN ready_minor ${int64};
ALTER TABLE billing_run ADD COLUMN held_count ${int32};
ALTER TABLE billing_run ADD COLUMN issued_count ${int32};
ALTER TABLE billing_run ADD COLUMN issued_minor ${int64};
ALTER TABLE billing_run ADD COLUMN currency ${text};
UPDATE billing_run SET
    ready_count = (SELECT COUNT(*) FROM draft d WHERE d.run_number = billing_run.number AND d.held_because IS NULL),
    ready_minor = COALESCE((SELECT CAST(SUM(d.total_minor) AS ${int64}) FROM draft d
                            WHERE d.run_number = billing_run.number), 0),
    held_count = (SELECT COUNT(*) FROM draft d WHERE d.run_number = billing_run.number AND d.held_because IS NOT NULL),
    issued_count = (SELECT COUNT(*) FROM bill b WHERE b.run_number = billing_run.number),
    issued_minor = COALESCE((SELECT CAST(SUM(b.total_minor) AS ${int64}) FROM bill b
                             WHERE b.run_number = billing_run.number), 0),
    currency = COALESCE((SELECT MAX(d.currency) FROM draft d WHERE d.run_number = billing_run.number), 'CNY');
CREATE INDEX billing_run_by_month ON billing_run (accounting_month, book_id);
CREATE INDEX billing_run_open ON billing_run (number) WHERE state <> 4;

-- What a run asked of the meters behind one terminal and how many of them answered; read_count comes when the run is
-- over. whole: the run asked everything behind the terminal, not one book or one meter of it.
CREATE TABLE reading_run_terminal (
    run_id ${int64} NOT NULL REFERENCES reading_run (id),
    terminal ${text} NOT NULL,
    started_at ${int64} NOT NULL,
    whole ${int32} NOT NULL CHECK (whole IN (0, 1)),
    asked_count ${int32} NOT NULL,
    read_count ${int32},
    unread_count ${int32},
    PRIMARY KEY (run_id, terminal)
) ${clustered};
-- @table reading_run_terminal insert=reading_supervisor,engineer,reader update=reading_supervisor,engineer,reader
CREATE INDEX reading_run_terminal_newest ON reading_run_terminal (terminal, started_at);
CREATE INDEX reading_run_by_start ON reading_run (started_at, id);
CREATE INDEX reading_run_target_unread ON reading_run_target (run_id, meter_id) WHERE outcome = 0;
CREATE INDEX meter_by_terminal ON meter (terminal, number);

INSERT INTO reading_run_terminal (run_id, terminal, started_at, whole, asked_count, read_count, unread_count)
SELECT r.id, m.terminal, r.started_at,
       CASE WHEN r.scope = 'all' OR r.scope = 'terminal ' || m.terminal THEN 1 ELSE 0 END,
       COUNT(*), CAST(SUM(t.outcome) AS ${int64}), CAST(SUM(1 - t.outcome) AS ${int64})
FROM reading_run r JOIN reading_run_target t ON t.run_id = r.id JOIN meter m ON m.id = t.meter_id
WHERE r.finished_at IS NOT NULL
GROUP BY r.id, m.terminal, r.started_at, r.scope;

-- When something came from the terminal for the last time, give or take a minute.
ALTER TABLE terminal ADD COLUMN heard_at ${int64};

-- What is said of a reading after the first word on it: the last word counts, and all stay. decision 0 takes back what
-- was said before, and the reading waits again.
CREATE TABLE reading_review_change (
    reading_id ${int64} NOT NULL,
    number ${int32} NOT NULL CHECK (number > 0),
    decision ${int32} NOT NULL CHECK (decision BETWEEN 0 AND 2),
    reviewer_id ${int64} NOT NULL REFERENCES operator (id),
    reviewed_at ${int64} NOT NULL,
    note ${text} NOT NULL,
    unit_id ${int64} NOT NULL,
    PRIMARY KEY (reading_id, number)
) ${strict};
-- @guarded reading_review_change duties=reading_supervisor

-- Whoever left may not sign in any more; a password that somebody else gave is changed before anything else is done.
ALTER TABLE operator ADD COLUMN deactivated_at ${int64};
ALTER TABLE operator ADD COLUMN must_change_password ${int32};
ALTER TABLE operator ADD COLUMN last_sign_in_at ${int64};

-- The lists the pages open with.
CREATE INDEX shift_opening_by_day ON shift_opening (business_day, seat);
CREATE INDEX command_by_end ON command (not_after);
CREATE INDEX audit_entry_by_time ON audit_entry (at, unit_id);
CREATE INDEX audit_entry_by_action ON audit_entry (action, at);
CREATE INDEX journal_by_shift ON journal (shift_id) WHERE shift_id IS NOT NULL;
