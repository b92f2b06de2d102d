GRANT SELECT ON reading TO meterhall_staff;
