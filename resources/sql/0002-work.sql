-- What was asked to be sure who somebody is: that it was asked, and whether it fitted. Never the answers.

CREATE TABLE identity_check (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  key            TEXT NOT NULL UNIQUE,        -- UUID, chosen when the person acted
  occasion       TEXT NOT NULL,               -- the contact, or the opening of the card, that it holds for
  source         TEXT NOT NULL,               -- the customer's
  remote_id      TEXT NOT NULL,
  what           TEXT NOT NULL,               -- a word of diapason_check_words: birth_date …
  fits           INTEGER NOT NULL CHECK (fits IN (0, 1)),
  policy         INTEGER NOT NULL,            -- version of the policy that asked for it
  adviser_source TEXT,                        -- who asked; NULL: nobody was signed in
  adviser_remote TEXT,
  made_at        INTEGER NOT NULL             -- of two on the same, the later one holds
);
CREATE INDEX identity_check_occasion ON identity_check (occasion);
