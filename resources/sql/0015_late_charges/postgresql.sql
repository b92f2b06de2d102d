-- Nobody approves his own waiver, and nobody puts his own rule in force.
CREATE FUNCTION check_late_waiver_approval() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM new_rows n JOIN late_waiver w ON w.id = n.waiver_id
               WHERE n.approved_by = w.asked_by OR n.approved_by IS DISTINCT FROM own_operator()) THEN
        RAISE EXCEPTION 'SamePerson' USING ERRCODE = 'MH002';
    END IF;
    RETURN NULL;
END
$$;
-- @check late_waiver_approval function=check_late_waiver_approval

CREATE FUNCTION check_late_rule_activation() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM new_rows n JOIN late_rule r ON r.id = n.rule_id
               WHERE n.activated_by = r.entered_by OR n.activated_by IS DISTINCT FROM own_operator()) THEN
        RAISE EXCEPTION 'SamePerson' USING ERRCODE = 'MH002';
    END IF;
    RETURN NULL;
END
$$;
-- @check late_rule_activation function=check_late_rule_activation
