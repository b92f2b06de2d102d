-- Runs as meterhall_owner. Functions that write are SECURITY DEFINER with a fixed search path; nobody may execute a
-- function unless it is granted (roles.cpp revokes the default). session_user is always the operator's own login.

-- SQLSTATEs: MH001 guarded, MH002 refused by a business rule, MH003 unbalanced, MH004 wrong seat, MH005 broken chain.

CREATE SCHEMA meterhall_guard;

CREATE TABLE meterhall_guard.seat_session (
    seat INTEGER PRIMARY KEY REFERENCES seat (seat),
    epoch INTEGER NOT NULL,
    backend INTEGER NOT NULL,
    login NAME NOT NULL
);

-- A unit that wrote guarded rows and no audit entry cannot commit.
CREATE TABLE meterhall_guard.unit_touch (
    unit_id BIGINT PRIMARY KEY REFERENCES audit_entry (unit_id) DEFERRABLE INITIALLY DEFERRED
);

CREATE FUNCTION has_duty(duty TEXT) RETURNS BOOLEAN
LANGUAGE sql STABLE SET search_path = meterhall, pg_temp
AS $$ SELECT pg_has_role(session_user, 'meterhall_' || duty, 'MEMBER') $$;

-- Seat, epoch and place in the chain all belong to this connection, and the unit is the next one.
CREATE FUNCTION is_open_unit(unit BIGINT) RETURNS BOOLEAN
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
    SELECT EXISTS (
        SELECT 1
        FROM meterhall_guard.seat_session s JOIN audit_head h ON h.seat = s.seat AND h.epoch = s.epoch
        WHERE s.seat = (unit >> 49)::INTEGER AND s.epoch = ((unit >> 32) & 131071)::INTEGER
          AND s.backend = pg_backend_pid() AND s.login = session_user
          AND h.sequence + 1 = (unit & 4294967295))
$$;

-- The seat this connection holds; null when it holds none. For the hooks of business tables.
CREATE FUNCTION own_seat() RETURNS INTEGER
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
    SELECT seat FROM meterhall_guard.seat_session WHERE backend = pg_backend_pid() AND login = session_user
$$;

CREATE FUNCTION refuse_change() RETURNS TRIGGER
LANGUAGE plpgsql SET search_path = meterhall, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION '%', TG_TABLE_NAME USING ERRCODE = 'MH001';
END
$$;

CREATE FUNCTION check_unit() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
DECLARE
    first_unit BIGINT;
    last_unit BIGINT;
BEGIN
    SELECT min(unit_id), max(unit_id) INTO first_unit, last_unit FROM new_rows;
    IF first_unit IS NULL THEN
        RETURN NULL;
    END IF;
    IF first_unit <> last_unit OR NOT is_open_unit(first_unit) THEN
        RAISE EXCEPTION '%', TG_TABLE_NAME USING ERRCODE = 'MH004';
    END IF;
    INSERT INTO meterhall_guard.unit_touch (unit_id) VALUES (first_unit) ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

-- UPDATE, DELETE and TRUNCATE are refused, for the table's owner and for replication roles too.
CREATE FUNCTION refuse_changes_of(guarded TEXT) RETURNS VOID
LANGUAGE plpgsql SET search_path = meterhall, pg_temp
AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I '
                   'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', guarded || '_no_change', guarded);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', guarded, guarded || '_no_change');
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', guarded);
    EXECUTE format('GRANT SELECT ON %I TO meterhall_staff', guarded);
END
$$;

-- insert_<table>(rows): a JSON array of objects, bytes as "\x…"; one statement, so that statement triggers see all
-- lines of a journal together.
CREATE FUNCTION make_insert_function(guarded TEXT, duties TEXT) RETURNS VOID
LANGUAGE plpgsql SET search_path = meterhall, pg_temp
AS $$
DECLARE
    duty TEXT;
BEGIN
    EXECUTE format($function$
        CREATE FUNCTION %1$I(new_rows JSONB) RETURNS BIGINT
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
        AS $body$
        DECLARE
            inserted BIGINT;
        BEGIN
            INSERT INTO %2$I SELECT * FROM jsonb_populate_recordset(NULL::%2$I, new_rows);
            GET DIAGNOSTICS inserted = ROW_COUNT;
            RETURN inserted;
        END
        $body$
    $function$, 'insert_' || guarded, guarded);
    FOREACH duty IN ARRAY string_to_array(duties, ',') LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION %I(JSONB) TO %I', 'insert_' || guarded, 'meterhall_' || duty);
    END LOOP;
END
$$;

-- The whole of @guarded; a function of the database so that partitions made at run time get the same.
CREATE FUNCTION guard_table(guarded TEXT, logical TEXT, way TEXT, duties TEXT) RETURNS VOID
LANGUAGE plpgsql SET search_path = meterhall, pg_temp
AS $$
DECLARE
    duty TEXT;
BEGIN
    PERFORM refuse_changes_of(guarded);
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows '
                   'FOR EACH STATEMENT EXECUTE FUNCTION check_unit()', guarded || '_unit', guarded);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', guarded, guarded || '_unit');
    IF way = 'function' THEN
        PERFORM make_insert_function(guarded, duties);
    ELSE
        FOREACH duty IN ARRAY string_to_array(duties, ',') LOOP
            EXECUTE format('GRANT INSERT ON %I TO %I', guarded, 'meterhall_' || duty);
        END LOOP;
    END IF;
    INSERT INTO guarded_table (name, logical_name, route, duties) VALUES (guarded, logical, way, duties);
END
$$;

-- The pattern that parts are made of, if the caller may write them (core/storage/parts.h).
CREATE FUNCTION part_pattern(pattern TEXT, suffix TEXT) RETURNS guarded_table
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
DECLARE
    base guarded_table%ROWTYPE;
BEGIN
    SELECT * INTO base FROM guarded_table g WHERE g.name = pattern AND g.route = 'copy';
    IF NOT FOUND OR suffix !~ '^[0-9]{4,8}$' THEN
        RAISE EXCEPTION 'part' USING ERRCODE = 'MH002';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM unnest(string_to_array(base.duties, ',')) duty WHERE has_duty(duty)) THEN
        RAISE EXCEPTION 'part' USING ERRCODE = '42501';
    END IF;
    RETURN base;
END
$$;

-- All parts of one logical table under its name, for people's own queries; the program asks the parts.
CREATE FUNCTION view_parts(pattern TEXT, logical TEXT) RETURNS VOID
LANGUAGE plpgsql SET search_path = meterhall, pg_temp
AS $$
DECLARE
    column_list TEXT;
    all_parts TEXT;
BEGIN
    IF pattern = logical THEN
        RETURN;
    END IF;
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) INTO column_list FROM pg_attribute a
    WHERE a.attrelid = to_regclass(quote_ident(pattern)) AND a.attnum > 0 AND NOT a.attisdropped;
    SELECT string_agg(format('SELECT %s FROM %I', column_list, g.name), ' UNION ALL ' ORDER BY g.name) INTO all_parts
    FROM guarded_table g WHERE g.logical_name = logical AND to_regclass(quote_ident(g.name)) IS NOT NULL;
    EXECUTE format('DROP VIEW IF EXISTS %I', logical);
    EXECUTE format('CREATE VIEW %I AS %s', logical, all_parts);
    EXECUTE format('GRANT SELECT ON %I TO meterhall_staff', logical);
END
$$;

CREATE FUNCTION make_part(pattern TEXT, suffix TEXT) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
DECLARE
    base guarded_table := part_pattern(pattern, suffix);
    part TEXT := pattern || '_' || suffix;
BEGIN
    -- Two collectors may want the same day at the same moment.
    PERFORM pg_advisory_xact_lock(1297633, hashtext(part));
    IF to_regclass(quote_ident(part)) IS NOT NULL THEN
        RETURN;
    END IF;
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', part, pattern);
    PERFORM guard_table(part, base.logical_name, base.route, base.duties);
    PERFORM view_parts(pattern, base.logical_name);
END
$$;

-- Moves the rows of parts into one new part in the order of its key. The rows keep their units and their digests, so the
-- new part gets its guards when it is full.
CREATE FUNCTION seal_parts(parts TEXT, pattern TEXT, suffix TEXT) RETURNS BIGINT
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
DECLARE
    base guarded_table := part_pattern(pattern, suffix);
    target TEXT := pattern || '_' || suffix;
    column_list TEXT;
    key_order TEXT;
    source TEXT;
    part TEXT;
    rows_before BIGINT := 0;
    counted BIGINT;
BEGIN
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO column_list FROM pg_attribute a
    WHERE a.attrelid = to_regclass(quote_ident(pattern)) AND a.attnum > 0 AND NOT a.attisdropped;
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.place) INTO key_order
    FROM pg_index i CROSS JOIN unnest(i.indkey::SMALLINT[]) WITH ORDINALITY k(number, place)
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
    WHERE i.indrelid = to_regclass(quote_ident(pattern)) AND i.indisprimary;
    FOREACH part IN ARRAY string_to_array(parts, ',') LOOP
        IF part !~ '_[0-9]{4,8}$' OR NOT EXISTS (SELECT 1 FROM guarded_table g WHERE g.name = part
                AND g.logical_name = base.logical_name AND g.route = 'copy') THEN
            RAISE EXCEPTION 'part' USING ERRCODE = 'MH002';
        END IF;
        -- Nobody writes from here on; who reads waits only while the part is dropped.
        EXECUTE format('LOCK TABLE %I IN SHARE MODE', part);
        EXECUTE format('SELECT count(*) FROM %I', part) INTO counted;
        rows_before := rows_before + counted;
        source := concat_ws(' UNION ALL ', source, format('SELECT %s FROM %I', column_list, part));
    END LOOP;
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', target, pattern);
    EXECUTE format('INSERT INTO %I (%s) SELECT * FROM (%s) all_parts ORDER BY %s', target, column_list, source, key_order);
    GET DIAGNOSTICS counted = ROW_COUNT;
    IF counted <> rows_before THEN
        RAISE EXCEPTION '%', target USING ERRCODE = 'MH005';
    END IF;
    IF base.logical_name <> pattern THEN
        EXECUTE format('DROP VIEW IF EXISTS %I', base.logical_name);
    END IF;
    FOREACH part IN ARRAY string_to_array(parts, ',') LOOP
        EXECUTE format('DROP TABLE %I', part);
    END LOOP;
    PERFORM guard_table(target, base.logical_name, base.route, base.duties);
    PERFORM view_parts(pattern, base.logical_name);
    RETURN counted;
END
$$;
GRANT EXECUTE ON FUNCTION make_part(TEXT, TEXT), seal_parts(TEXT, TEXT, TEXT) TO meterhall_staff;

CREATE FUNCTION register_seat(new_seat INTEGER, seat_name TEXT, registered BIGINT) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
BEGIN
    INSERT INTO seat (seat, name, registered_at) VALUES (new_seat, seat_name, registered);
    INSERT INTO audit_head (seat, epoch, sequence, hash, id_counter, claimed_at, claimed_by)
    VALUES (new_seat, 0, 0, sha256(''), 0, registered, '');
END
$$;
GRANT EXECUTE ON FUNCTION register_seat(INTEGER, TEXT, BIGINT) TO meterhall_administrator;

-- One connection at a time holds a seat: the session's advisory lock ends with the connection, however that ends.
CREATE FUNCTION claim_seat(wanted INTEGER, claimed BIGINT)
RETURNS TABLE (epoch INTEGER, hash BYTEA, id_counter BIGINT)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
DECLARE
    tries INTEGER := 0;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM seat s WHERE s.seat = wanted) THEN
        RAISE EXCEPTION 'seat' USING ERRCODE = 'MH004';
    END IF;
    -- The server needs a moment to see that the seat's last client has gone.
    WHILE NOT pg_try_advisory_lock(1297632, wanted) LOOP
        tries := tries + 1;
        IF tries = 20 THEN
            RAISE EXCEPTION 'seat' USING ERRCODE = '55P03';
        END IF;
        PERFORM pg_sleep(0.1);
    END LOOP;
    DELETE FROM meterhall_guard.seat_session s WHERE s.seat = wanted OR s.backend = pg_backend_pid();
    RETURN QUERY
        UPDATE audit_head h
        SET epoch = h.epoch + 1, sequence = 0, claimed_at = claimed, claimed_by = session_user
        WHERE h.seat = wanted
        RETURNING h.epoch, h.hash, h.id_counter;
    INSERT INTO meterhall_guard.seat_session (seat, epoch, backend, login)
    SELECT h.seat, h.epoch, pg_backend_pid(), session_user FROM audit_head h WHERE h.seat = wanted;
END
$$;
GRANT EXECUTE ON FUNCTION claim_seat(INTEGER, BIGINT) TO meterhall_staff;

CREATE FUNCTION prefixed(bytes BYTEA) RETURNS BYTEA
LANGUAGE sql IMMUTABLE SET search_path = meterhall, pg_temp
AS $$ SELECT int4send(length(bytes)) || bytes $$;

-- The form that is hashed is that of audit_chain.h. The operator is whoever signed in: the caller cannot name another.
CREATE FUNCTION append_audit(unit BIGINT, action TEXT, at BIGINT, business_day INTEGER, details TEXT,
                             row_count BIGINT, digest BYTEA, counter BIGINT)
RETURNS BYTEA
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
#variable_conflict use_variable
DECLARE
    head audit_head%ROWTYPE;
    entry_hash BYTEA;
BEGIN
    SELECT * INTO head FROM audit_head h WHERE h.seat = (unit >> 49)::INTEGER FOR UPDATE;
    IF NOT FOUND OR NOT is_open_unit(unit) THEN
        RAISE EXCEPTION 'audit_entry' USING ERRCODE = 'MH004';
    END IF;
    IF length(digest) <> 32 THEN
        RAISE EXCEPTION 'audit_entry' USING ERRCODE = 'MH005';
    END IF;
    entry_hash := sha256(convert_to('meterhall.audit.1', 'UTF8') || head.hash || int8send(unit) || int8send(at)
        || int8send(coalesce(business_day, 0)::BIGINT) || prefixed(convert_to(action, 'UTF8'))
        || prefixed(convert_to(session_user::TEXT, 'UTF8')) || prefixed(convert_to(details, 'UTF8'))
        || int8send(row_count) || digest);
    INSERT INTO audit_entry (unit_id, seat, epoch, sequence, action, operator, at, business_day, details, row_count,
                             digest, previous_hash, hash)
    VALUES (unit, head.seat, head.epoch, head.sequence + 1, action, session_user::TEXT, at, business_day, details,
            row_count, digest, head.hash, entry_hash);
    UPDATE audit_head h
    SET sequence = head.sequence + 1, hash = entry_hash, id_counter = greatest(head.id_counter, counter)
    WHERE h.seat = head.seat;
    RETURN entry_hash;
END
$$;
GRANT EXECUTE ON FUNCTION append_audit(BIGINT, TEXT, BIGINT, INTEGER, TEXT, BIGINT, BYTEA, BIGINT) TO meterhall_staff;

-- An operator is a login that is a member of its duties. The password arrives as a SCRAM verifier, never in clear.
CREATE FUNCTION create_operator(login TEXT, verifier TEXT, duties TEXT) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
DECLARE
    duty TEXT;
BEGIN
    IF login !~ '^[a-z][a-z0-9_.-]{0,39}$' OR login ~ '^(pg_|meterhall_)' THEN
        RAISE EXCEPTION 'login' USING ERRCODE = 'MH002';
    END IF;
    IF verifier !~ '^SCRAM-SHA-256\$[0-9]+:' THEN
        RAISE EXCEPTION 'verifier' USING ERRCODE = 'MH002';
    END IF;
    EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD %L', login, verifier);
    FOREACH duty IN ARRAY string_to_array(duties, ',') LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'meterhall_' || duty) OR duty IN ('owner', 'staff') THEN
            RAISE EXCEPTION 'duty' USING ERRCODE = 'MH002';
        END IF;
        EXECUTE format('GRANT %I TO %I', 'meterhall_' || duty, login);
    END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION create_operator(TEXT, TEXT, TEXT) TO meterhall_administrator;

-- Business triggers of SECURITY INVOKER tables may ask these.
GRANT EXECUTE ON FUNCTION has_duty(TEXT), own_seat(), is_open_unit(BIGINT), refuse_change(), check_unit() TO meterhall_staff;
GRANT SELECT ON schema_version, guarded_table, balanced_table, seat, audit_entry, audit_head TO meterhall_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON lease TO meterhall_staff;

-- @append_only schema_version
-- @append_only guarded_table
-- @append_only balanced_table
-- @append_only seat
-- @append_only audit_entry
-- @guarded audit_checkpoint duties=shift_lead,finance,auditor,administrator via=function
