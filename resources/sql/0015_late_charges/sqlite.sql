-- The twins of the functions in postgresql.sql.
CREATE TRIGGER late_waiver_by_two BEFORE INSERT ON late_waiver_approval
WHEN EXISTS (SELECT 1 FROM late_waiver w WHERE w.id = NEW.waiver_id AND w.asked_by = NEW.approved_by)
BEGIN
    SELECT RAISE(ABORT, 'refused:SamePerson');
END;
CREATE TRIGGER late_rule_by_two BEFORE INSERT ON late_rule_activation
WHEN EXISTS (SELECT 1 FROM late_rule r WHERE r.id = NEW.rule_id AND r.entered_by = NEW.activated_by)
BEGIN
    SELECT RAISE(ABORT, 'refused:SamePerson');
END;
