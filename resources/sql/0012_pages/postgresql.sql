GRANT UPDATE (heard_at) ON terminal TO meterhall_reader, meterhall_reading_supervisor, meterhall_engineer;

-- Changes follow a first word and one another without gaps, in the name of whoever writes them.
CREATE FUNCTION check_review_change() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM new_rows n WHERE n.reviewer_id IS DISTINCT FROM own_operator()) THEN
        RAISE EXCEPTION 'NotAllowed' USING ERRCODE = 'MH002';
    END IF;
    IF EXISTS (SELECT 1 FROM new_rows n
               WHERE NOT EXISTS (SELECT 1 FROM reading_review v WHERE v.reading_id = n.reading_id)
                  OR n.number <> (SELECT count(*) FROM reading_review_change c
                                  WHERE c.reading_id = n.reading_id AND c.number <= n.number)) THEN
        RAISE EXCEPTION 'AlreadyReviewed' USING ERRCODE = 'MH002';
    END IF;
    RETURN NULL;
END
$$;
-- @check reading_review_change function=check_review_change

-- The logins this database made. Only they are ever changed by an administrator: a row of operator may name any role.
CREATE TABLE meterhall_guard.operator_login (
    login TEXT PRIMARY KEY
);
GRANT SELECT ON meterhall_guard.operator_login TO meterhall_administrator;
INSERT INTO meterhall_guard.operator_login (login)
SELECT o.number FROM operator o JOIN pg_roles r ON r.rolname = o.number
WHERE r.rolcanlogin AND NOT r.rolsuper AND NOT r.rolcreaterole AND pg_has_role(r.oid, 'meterhall_staff', 'MEMBER');

CREATE OR REPLACE FUNCTION create_operator(login TEXT, verifier TEXT, duties TEXT) RETURNS VOID
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
    INSERT INTO meterhall_guard.operator_login AS known (login) VALUES (create_operator.login) ON CONFLICT DO NOTHING;
END
$$;

-- Nobody changes his own rights, and nobody a login that is no operator's.
CREATE FUNCTION require_other_operator(login TEXT) RETURNS VOID
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
BEGIN
    IF login = session_user THEN
        RAISE EXCEPTION 'SamePerson' USING ERRCODE = 'MH002';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM meterhall_guard.operator_login o WHERE o.login = require_other_operator.login) THEN
        RAISE EXCEPTION 'UnknownOperator' USING ERRCODE = 'MH002';
    END IF;
END
$$;

-- The login is a member of these duties and of no other; of none, and may not sign in, when there are none.
CREATE FUNCTION set_operator_duties(login TEXT, duties TEXT) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
DECLARE
    duty TEXT;
    wanted TEXT[] := string_to_array(duties, ',');
BEGIN
    PERFORM require_other_operator(login);
    FOREACH duty IN ARRAY wanted LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'meterhall_' || duty) OR duty IN ('owner', 'staff') THEN
            RAISE EXCEPTION 'duty' USING ERRCODE = 'MH002';
        END IF;
    END LOOP;
    FOR duty IN SELECT substr(g.rolname::TEXT, length('meterhall_') + 1)
                FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles r ON r.oid = m.member
                WHERE r.rolname = login AND g.rolname LIKE 'meterhall\_%' LOOP
        IF duty <> ALL (wanted) THEN
            EXECUTE format('REVOKE %I FROM %I', 'meterhall_' || duty, login);
        END IF;
    END LOOP;
    FOREACH duty IN ARRAY wanted LOOP
        EXECUTE format('GRANT %I TO %I', 'meterhall_' || duty, login);
    END LOOP;
    EXECUTE format(CASE WHEN cardinality(wanted) = 0 THEN 'ALTER ROLE %I NOLOGIN' ELSE 'ALTER ROLE %I LOGIN' END, login);
END
$$;
GRANT EXECUTE ON FUNCTION set_operator_duties(TEXT, TEXT) TO meterhall_administrator;

-- A password as its SCRAM verifier: of somebody else by an administrator, of oneself by anybody.
CREATE FUNCTION set_operator_password(login TEXT, verifier TEXT) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
BEGIN
    PERFORM require_other_operator(login);
    IF verifier !~ '^SCRAM-SHA-256\$[0-9]+:' THEN
        RAISE EXCEPTION 'verifier' USING ERRCODE = 'MH002';
    END IF;
    EXECUTE format('ALTER ROLE %I PASSWORD %L', login, verifier);
END
$$;
GRANT EXECUTE ON FUNCTION set_operator_password(TEXT, TEXT) TO meterhall_administrator;

CREATE FUNCTION change_own_password(verifier TEXT) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
BEGIN
    IF verifier !~ '^SCRAM-SHA-256\$[0-9]+:'
       OR NOT EXISTS (SELECT 1 FROM meterhall_guard.operator_login o WHERE o.login = session_user) THEN
        RAISE EXCEPTION 'verifier' USING ERRCODE = 'MH002';
    END IF;
    EXECUTE format('ALTER ROLE %I PASSWORD %L', session_user, verifier);
    UPDATE operator SET must_change_password = NULL WHERE number = session_user;
END
$$;

CREATE FUNCTION note_sign_in(at BIGINT) RETURNS VOID
LANGUAGE sql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$ UPDATE operator SET last_sign_in_at = at WHERE number = session_user $$;
GRANT EXECUTE ON FUNCTION change_own_password(TEXT), note_sign_in(BIGINT) TO meterhall_staff;
