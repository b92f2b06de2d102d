-- The twin of check_command_event in postgresql.sql; here nobody has a login of his own.
CREATE TRIGGER command_event_follows BEFORE INSERT ON command_event
WHEN (
    SELECT CASE
        WHEN NEW.number = 1 THEN NEW.state <> CASE WHEN c.kind <= 2 THEN 1 ELSE 2 END OR NEW.heard <> NEW.state
        WHEN p.state IS NULL THEN 1
        WHEN NEW.state = p.state THEN 0
        WHEN NEW.state <> NEW.heard OR NEW.state = 1 THEN 1
        WHEN p.state = 10 THEN NEW.state NOT IN (8, 9)
        WHEN p.state >= 8 THEN 1
        WHEN NEW.state = 2 THEN p.state <> 1
        WHEN NEW.state = 3 THEN p.state <> 2
        WHEN NEW.state BETWEEN 4 AND 10 THEN p.state < 3
        WHEN NEW.state IN (12, 13, 14) THEN p.state NOT IN (1, 2, 5)
        ELSE 0 END
    FROM command c LEFT JOIN command_event p ON p.command_id = c.id AND p.number = NEW.number - 1
    WHERE c.id = NEW.command_id)
BEGIN
    SELECT RAISE(ABORT, 'refused:NotPossibleNow');
END;

CREATE TRIGGER command_event_by_two BEFORE INSERT ON command_event
WHEN NEW.number > 1 AND NEW.heard = 2 AND NEW.state = 2
    AND EXISTS (SELECT 1 FROM command c WHERE c.id = NEW.command_id AND c.requested_by = NEW.operator_id
                AND NOT (c.kind = 1 AND c.reason = 2))
BEGIN
    SELECT RAISE(ABORT, 'refused:SamePerson');
END;
