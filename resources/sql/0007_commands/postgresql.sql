-- The rules of core/commands that no login may go around. Words of MH002 are those of core/commands' errors.

CREATE FUNCTION own_operator() RETURNS BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$ SELECT id FROM operator WHERE number = session_user $$;

CREATE FUNCTION check_command() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM new_rows n WHERE n.requested_by IS DISTINCT FROM own_operator()) THEN
        RAISE EXCEPTION 'NotAllowed' USING ERRCODE = 'MH002';
    END IF;
    RETURN NULL;
END
$$;
-- @check command function=check_command

-- Events follow one another without gaps, in the name of whoever writes them. Over is over, but for a late answer to one
-- that was given up (10). Only what is queued is submitted; what came from a request (1) is queued by another person,
-- except a valve that is closed in danger (kind 1, reason 2).
CREATE FUNCTION check_command_event() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM new_rows n WHERE n.operator_id IS DISTINCT FROM own_operator()) THEN
        RAISE EXCEPTION 'NotAllowed' USING ERRCODE = 'MH002';
    END IF;
    IF EXISTS (
        SELECT 1 FROM new_rows n JOIN command c ON c.id = n.command_id
        LEFT JOIN command_event p ON p.command_id = n.command_id AND p.number = n.number - 1
        WHERE CASE
            WHEN n.number = 1 THEN n.state <> CASE WHEN c.kind <= 2 THEN 1 ELSE 2 END OR n.heard <> n.state
            WHEN p.state IS NULL THEN TRUE
            WHEN n.state = p.state THEN FALSE
            WHEN n.state <> n.heard OR n.state = 1 THEN TRUE
            WHEN p.state = 10 THEN n.state NOT IN (8, 9)
            WHEN p.state >= 8 THEN TRUE
            WHEN n.state = 2 THEN p.state <> 1
            WHEN n.state = 3 THEN p.state <> 2
            WHEN n.state BETWEEN 4 AND 10 THEN p.state < 3
            WHEN n.state IN (12, 13, 14) THEN p.state NOT IN (1, 2, 5)
            ELSE FALSE END) THEN
        RAISE EXCEPTION 'NotPossibleNow' USING ERRCODE = 'MH002';
    END IF;
    IF EXISTS (SELECT 1 FROM new_rows n JOIN command c ON c.id = n.command_id
               WHERE n.number > 1 AND n.heard = 2 AND n.state = 2 AND n.operator_id = c.requested_by
                 AND NOT (c.kind = 1 AND c.reason = 2)) THEN
        RAISE EXCEPTION 'SamePerson' USING ERRCODE = 'MH002';
    END IF;
    RETURN NULL;
END
$$;
-- @check command_event function=check_command_event
