-- The rules of the services once more, where a login that is not the program meets them. Words of MH002 are those of
-- core/ledger's errors.

CREATE FUNCTION shift_is_open(shift BIGINT, at_seat INTEGER) RETURNS BOOLEAN
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
    SELECT EXISTS (SELECT 1 FROM shift_opening o WHERE o.id = shift AND o.seat = at_seat
                   AND NOT EXISTS (SELECT 1 FROM shift_closing c WHERE c.shift_id = o.id))
$$;

-- Kinds: 1 bill, 2 payment, 3 reversal, 4 shift opening, 5 shift closing, 6 credit applied, 7 bill
-- reversal.
CREATE FUNCTION check_journal() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM new_rows n WHERE n.seat IS DISTINCT FROM own_seat()) THEN
        RAISE EXCEPTION 'OtherSeat' USING ERRCODE = 'MH002';
    END IF;
    IF EXISTS (SELECT 1 FROM new_rows n JOIN day_close d ON d.business_day >= n.business_day) THEN
        RAISE EXCEPTION 'DayClosed' USING ERRCODE = 'MH002';
    END IF;
    IF EXISTS (SELECT 1 FROM new_rows n WHERE n.kind IN (2, 3, 4) AND NOT shift_is_open(n.shift_id, n.seat)) THEN
        RAISE EXCEPTION 'ShiftNotOpen' USING ERRCODE = 'MH002';
    END IF;
    IF EXISTS (SELECT 1 FROM new_rows n WHERE NOT CASE WHEN n.kind IN (1, 6, 7) THEN has_duty('review_clerk')
                                                       WHEN n.kind IN (2, 3, 4) THEN has_duty('cashier')
                                                       ELSE has_duty('shift_lead') END) THEN
        RAISE EXCEPTION 'NotAllowed' USING ERRCODE = 'MH002';
    END IF;
    RETURN NULL;
END
$$;
-- @check journal function=check_journal

CREATE FUNCTION check_receipt() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM new_rows n WHERE NOT shift_is_open(n.shift_id, own_seat())) THEN
        RAISE EXCEPTION 'ShiftNotOpen' USING ERRCODE = 'MH002';
    END IF;
    RETURN NULL;
END
$$;
-- @check receipt function=check_receipt

CREATE FUNCTION check_shift_opening() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM new_rows n WHERE n.seat IS DISTINCT FROM own_seat()) THEN
        RAISE EXCEPTION 'OtherSeat' USING ERRCODE = 'MH002';
    END IF;
    IF EXISTS (SELECT 1 FROM new_rows n JOIN day_close d ON d.business_day >= n.business_day) THEN
        RAISE EXCEPTION 'DayClosed' USING ERRCODE = 'MH002';
    END IF;
    IF EXISTS (SELECT 1 FROM new_rows n JOIN shift_opening o ON o.seat = n.seat AND o.id <> n.id
               WHERE NOT EXISTS (SELECT 1 FROM shift_closing c WHERE c.shift_id = o.id)) THEN
        RAISE EXCEPTION 'ShiftAlreadyOpen' USING ERRCODE = 'MH002';
    END IF;
    RETURN NULL;
END
$$;
-- @check shift_opening function=check_shift_opening

-- Whoever sits at a seat counts the drawer of that seat.
CREATE FUNCTION check_shift_count() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM new_rows n WHERE NOT shift_is_open(n.shift_id, own_seat())) THEN
        RAISE EXCEPTION 'ShiftNotOpen' USING ERRCODE = 'MH002';
    END IF;
    RETURN NULL;
END
$$;
-- @check shift_count function=check_shift_count
