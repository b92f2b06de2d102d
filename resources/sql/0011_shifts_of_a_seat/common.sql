-- A counter asks for its own shift before every payment and whenever it shows itself: not among those of all seats.
CREATE INDEX shift_opening_by_seat ON shift_opening (seat, id);
