-- Who we serve, where, with what. Mutable archive rows change only inside a unit of work whose audit entry digests
-- the new content; what decides money (installations, tariff versions, opening positions) is guarded.

-- Who works here. On PostgreSQL the number is also the login role and its password is the sign-in; password is used on
-- SQLite only.
CREATE TABLE operator (
    id ${int64} PRIMARY KEY,
    number ${text} NOT NULL UNIQUE,
    name ${text} NOT NULL,
    duties ${text} NOT NULL,
    password ${text},
    failures ${int32} NOT NULL,
    last_failure_at ${int64}
) ${strict};
-- @table operator insert=administrator update=administrator

CREATE TABLE legal_entity (
    id ${int64} PRIMARY KEY,
    code ${text} NOT NULL UNIQUE,
    name ${text} NOT NULL
) ${strict};
-- @table legal_entity insert=administrator,meter_keeper

CREATE TABLE book (
    id ${int64} PRIMARY KEY,
    number ${text} NOT NULL UNIQUE,
    reader ${text} NOT NULL
) ${strict};
-- @table book insert=administrator,meter_keeper

-- phone and identity number are sealed (AES-256-GCM); phones are found through search_token.
CREATE TABLE customer (
    id ${int64} PRIMARY KEY,
    name ${text} NOT NULL,
    phone_sealed ${bytes},
    identity_sealed ${bytes}
) ${strict};
-- @table customer insert=administrator,meter_keeper

CREATE TABLE premise (
    id ${int64} PRIMARY KEY,
    address ${text} NOT NULL
) ${strict};
-- @table premise insert=administrator,meter_keeper

CREATE TABLE service_point (
    id ${int64} PRIMARY KEY,
    premise_id ${int64} NOT NULL REFERENCES premise (id),
    commodity ${int32} NOT NULL,
    book_id ${int64} NOT NULL REFERENCES book (id),
    sequence ${int32} NOT NULL,
    UNIQUE (book_id, sequence, id)
) ${strict};
-- @table service_point insert=administrator,meter_keeper

CREATE TABLE account (
    id ${int64} PRIMARY KEY,
    number ${text} NOT NULL UNIQUE,
    customer_id ${int64} NOT NULL REFERENCES customer (id),
    service_point_id ${int64} NOT NULL REFERENCES service_point (id),
    legal_entity_id ${int64} NOT NULL REFERENCES legal_entity (id),
    commodity ${int32} NOT NULL,
    use_class ${int32} NOT NULL,
    household_size ${int32} NOT NULL,
    tariff_code ${text} NOT NULL
) ${strict};
-- @table account insert=administrator,meter_keeper update=meter_keeper,review_clerk
CREATE INDEX account_by_service_point ON account (service_point_id);
CREATE INDEX account_by_customer ON account (customer_id);
CREATE INDEX account_by_tariff ON account (tariff_code);

-- On which terms an account is billed, from a day on; of several words that hold on a day the last one counts. An account
-- nobody changed has none: the row of account says all. facts: "number of the kind=quantity" by comma.
CREATE TABLE account_terms (
    account_id ${int64} NOT NULL REFERENCES account (id),
    number ${int32} NOT NULL,
    from_day ${int32} NOT NULL,
    use_class ${int32} NOT NULL,
    household_size ${int32} NOT NULL,
    tariff_code ${text} NOT NULL,
    category ${text} NOT NULL,
    facts ${text} NOT NULL,
    unit_id ${int64} NOT NULL,
    PRIMARY KEY (account_id, number)
) ${strict};
-- @guarded account_terms duties=meter_keeper,review_clerk

CREATE TABLE meter (
    id ${int64} PRIMARY KEY,
    number ${text} NOT NULL UNIQUE,
    commodity ${int32} NOT NULL,
    digits ${int32} NOT NULL,
    multiplier_micro ${int64} NOT NULL,
    protocol ${text} NOT NULL,
    device_address ${text} NOT NULL,
    profile ${text} NOT NULL,
    terminal ${text} NOT NULL,
    port ${int32} NOT NULL,
    UNIQUE (protocol, terminal, device_address)
) ${strict};
-- @table meter insert=administrator,meter_keeper

-- A meter at a service point from a day on. Dials in micro units of the register's unit.
CREATE TABLE installation (
    id ${int64} PRIMARY KEY,
    meter_id ${int64} NOT NULL REFERENCES meter (id),
    service_point_id ${int64} NOT NULL REFERENCES service_point (id),
    from_day ${int32} NOT NULL,
    start_dial_micro ${int64} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded installation duties=administrator,meter_keeper,review_clerk via=copy
CREATE INDEX installation_by_service_point ON installation (service_point_id);
CREATE INDEX installation_by_meter ON installation (meter_id);

CREATE TABLE removal (
    installation_id ${int64} PRIMARY KEY REFERENCES installation (id),
    on_day ${int32} NOT NULL,
    end_dial_micro ${int64} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded removal duties=meter_keeper,review_clerk

-- What an account taken over from another system brings along: the dial it was billed to, and its place on the ladder.
CREATE TABLE account_opening (
    account_id ${int64} PRIMARY KEY REFERENCES account (id),
    meter_id ${int64} NOT NULL REFERENCES meter (id),
    read_on ${int32} NOT NULL,
    dial_micro ${int64} NOT NULL,
    ladder_from ${int32} NOT NULL,
    ladder_micro ${int64} NOT NULL,
    unit_id ${int64} NOT NULL
) ${strict};
-- @guarded account_opening duties=administrator,meter_keeper via=copy

-- One token table for search on both engines: single characters, pairs, pinyin initials and syllables, digits.
-- kind says what the token came from; keyed tokens (phones) hold the hex of their code.
CREATE TABLE search_token (
    kind ${int32} NOT NULL,
    token ${text} NOT NULL,
    account_id ${int64} NOT NULL REFERENCES account (id),
    PRIMARY KEY (kind, token, account_id)
) ${clustered};
-- @table search_token insert=administrator,meter_keeper
