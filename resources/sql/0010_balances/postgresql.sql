-- In the order of their keys, so that two units cannot wait for each other.
CREATE FUNCTION keep_account_balance() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
BEGIN
    INSERT INTO account_balance AS kept (account_id, ledger_account, currency, amount_minor)
    SELECT n.account_id, n.ledger_account, n.currency, CAST(SUM(n.amount_minor) AS BIGINT) FROM new_rows n
    WHERE n.account_id IS NOT NULL GROUP BY n.account_id, n.ledger_account, n.currency
    ORDER BY n.account_id, n.ledger_account, n.currency
    ON CONFLICT (account_id, ledger_account, currency)
    DO UPDATE SET amount_minor = kept.amount_minor + excluded.amount_minor;
    RETURN NULL;
END
$$;
-- @check journal_line function=keep_account_balance
