CREATE TRIGGER journal_line_kept AFTER INSERT ON journal_line WHEN NEW.account_id IS NOT NULL
BEGIN
    INSERT INTO account_balance (account_id, ledger_account, currency, amount_minor)
    VALUES (NEW.account_id, NEW.ledger_account, NEW.currency, NEW.amount_minor)
    ON CONFLICT (account_id, ledger_account, currency) DO UPDATE SET amount_minor = amount_minor + excluded.amount_minor;
END;
