-- The twin of check_review_change in postgresql.sql.
CREATE TRIGGER reading_review_change_follows BEFORE INSERT ON reading_review_change
WHEN NOT EXISTS (SELECT 1 FROM reading_review v WHERE v.reading_id = NEW.reading_id)
    OR (NEW.number > 1 AND NOT EXISTS (SELECT 1 FROM reading_review_change c
                                       WHERE c.reading_id = NEW.reading_id AND c.number = NEW.number - 1))
BEGIN
    SELECT RAISE(ABORT, 'refused:AlreadyReviewed');
END;
