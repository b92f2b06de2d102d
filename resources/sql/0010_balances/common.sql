-- What every account owes and has paid ahead, kept by the database itself with every line of a journal, so that nobody adds
-- it up while a customer waits. No right to write it is given to anybody; verify adds it up again.
CREATE TABLE account_balance (
    account_id ${int64} NOT NULL,
    ledger_account ${int32} NOT NULL,
    currency ${text} NOT NULL,
    amount_minor ${int64} NOT NULL,
    PRIMARY KEY (account_id, ledger_account, currency)
) ${clustered};
-- @table account_balance
CREATE INDEX account_balance_open ON account_balance (ledger_account, account_id) WHERE amount_minor <> 0;

INSERT INTO account_balance (account_id, ledger_account, currency, amount_minor)
SELECT account_id, ledger_account, currency, CAST(SUM(amount_minor) AS ${int64}) FROM journal_line
WHERE account_id IS NOT NULL GROUP BY account_id, ledger_account, currency;
