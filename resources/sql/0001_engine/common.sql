-- What the engine itself keeps. resources/sql/README.md explains macros and directives.

CREATE TABLE schema_version (
    version ${int32} PRIMARY KEY,
    name ${text} NOT NULL,
    checksum ${bytes} NOT NULL,
    applied_at ${int64} NOT NULL
) ${strict};

-- The append-only tables, written by the directives @guarded and @append_only. Rows of tables with the same
-- logical_name (partitions, days of reception) have the same digest wherever they lie.
CREATE TABLE guarded_table (
    name ${text} PRIMARY KEY,
    logical_name ${text} NOT NULL,
    route ${text} NOT NULL CHECK (route IN ('function', 'copy', 'engine')),
    duties ${text} NOT NULL
) ${strict};

-- Written by @balanced: in every group the amounts sum to nothing, and a group is written by one unit only.
CREATE TABLE balanced_table (
    name ${text} PRIMARY KEY,
    group_column ${text} NOT NULL,
    also_columns ${text} NOT NULL,
    amount_column ${text} NOT NULL
) ${strict};

CREATE TABLE seat (
    seat ${int32} PRIMARY KEY CHECK (seat BETWEEN 1 AND 16383),
    name ${text} NOT NULL,
    registered_at ${int64} NOT NULL
) ${strict};

-- One entry per unit of work. unit_id = seat << 49 | epoch << 32 | sequence.
CREATE TABLE audit_entry (
    unit_id ${int64} PRIMARY KEY,
    seat ${int32} NOT NULL REFERENCES seat (seat),
    epoch ${int32} NOT NULL,
    sequence ${int64} NOT NULL,
    action ${text} NOT NULL,
    operator ${text} NOT NULL,
    at ${int64} NOT NULL,
    business_day ${int32},
    details ${text} NOT NULL,
    row_count ${int64} NOT NULL,
    digest ${bytes} NOT NULL,
    previous_hash ${bytes} NOT NULL,
    hash ${bytes} NOT NULL,
    UNIQUE (seat, epoch, sequence)
) ${strict};

-- Where each seat's chain ends, which process epoch holds the seat, and the last number its ids were made from.
CREATE TABLE audit_head (
    seat ${int32} PRIMARY KEY REFERENCES seat (seat),
    epoch ${int32} NOT NULL CHECK (epoch BETWEEN 0 AND 131071),
    sequence ${int64} NOT NULL,
    hash ${bytes} NOT NULL,
    id_counter ${int64} NOT NULL,
    claimed_at ${int64} NOT NULL,
    claimed_by ${text} NOT NULL
) ${strict};

-- The heads of all chains as a day close saw them: a tail that is missing later was cut off.
CREATE TABLE audit_checkpoint (
    unit_id ${int64} NOT NULL,
    seat ${int32} NOT NULL REFERENCES seat (seat),
    epoch ${int32} NOT NULL,
    sequence ${int64} NOT NULL,
    hash ${bytes} NOT NULL,
    business_day ${int32} NOT NULL,
    PRIMARY KEY (unit_id, seat)
) ${clustered};

-- Who works on what: a concentrator, a line, a run. Taken, renewed and let go by whoever holds it.
CREATE TABLE lease (
    name ${text} PRIMARY KEY,
    owner ${text} NOT NULL,
    until ${int64} NOT NULL
) ${strict};
