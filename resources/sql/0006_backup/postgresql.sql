-- Whoever backs up reads everything that a restored database needs, the engine's own tables included. Which connection
-- holds which seat is nobody's secret, and worth nothing in another database.
GRANT USAGE ON SCHEMA meterhall_guard TO meterhall_administrator;
GRANT SELECT ON ALL TABLES IN SCHEMA meterhall_guard TO meterhall_administrator;
