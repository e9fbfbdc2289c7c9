-- The persons that were opened last, to be found again before a letter is typed.

CREATE TABLE opened_person (
  id        INTEGER PRIMARY KEY AUTOINCREMENT, -- their order, whatever becomes of the time of day
  source    TEXT NOT NULL,                     -- one of the customer records that the person is
  remote_id TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  UNIQUE (source, remote_id)
);
