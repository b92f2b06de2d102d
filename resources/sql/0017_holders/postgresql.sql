-- The words by which a former holder is found are kept under kinds of their own (core/registry/search_tokens.h).
GRANT DELETE ON search_token TO meterhall_meter_keeper;
