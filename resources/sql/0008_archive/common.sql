-- What an archive says besides: how each terminal reaches the master station, and the numbers under which files name
-- customers and premises. Carriers are the numbers of core/registry. Meters name their terminal; a meter read by hand
-- names none, so there is no reference.
CREATE TABLE terminal (
    name ${text} NOT NULL PRIMARY KEY,
    carrier ${int32} NOT NULL CHECK (carrier BETWEEN 1 AND 2)
) ${clustered};
-- @table terminal insert=administrator,meter_keeper

-- Before, the carrier was read off the meters: behind a DTU none has a port.
INSERT INTO terminal (name, carrier)
SELECT m.terminal, CASE WHEN MAX(m.port) = 0 THEN 2 ELSE 1 END
FROM meter m WHERE m.terminal <> '' GROUP BY m.terminal;

-- What other systems and their files call a customer and a premise. Whoever has no such number is called by the id,
-- behind "MH" (core/registry). A column that comes later cannot be NOT NULL on SQLite; every row has one.
ALTER TABLE customer ADD COLUMN number ${text};
UPDATE customer SET number = 'MH' || CAST(id AS TEXT);
CREATE UNIQUE INDEX customer_by_number ON customer (number);
ALTER TABLE premise ADD COLUMN code ${text};
UPDATE premise SET code = 'MH' || CAST(id AS TEXT);
CREATE UNIQUE INDEX premise_by_code ON premise (code);
