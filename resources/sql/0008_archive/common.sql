-- What an archive says of terminals: how each of them reaches the master station. Carriers are the numbers of
-- core/registry. Meters name their terminal; a meter read by hand names none, so there is no reference.
CREATE TABLE terminal (
    name ${text} NOT NULL PRIMARY KEY,
    carrier ${int32} NOT NULL CHECK (carrier BETWEEN 1 AND 2)
) ${clustered};
-- @table terminal insert=administrator,meter_keeper

-- Before, the carrier was read off the meters: behind a DTU none has a port.
INSERT INTO terminal (name, carrier)
SELECT m.terminal, CASE WHEN MAX(m.port) = 0 THEN 2 ELSE 1 END
FROM meter m WHERE m.terminal <> '' GROUP BY m.terminal;
