-- After a new key of personal data the administrator seals what is stored again, and replaces the codes phones are found
-- under.
GRANT UPDATE (phone_sealed, identity_sealed) ON customer TO meterhall_administrator;
GRANT DELETE ON search_token TO meterhall_administrator;
