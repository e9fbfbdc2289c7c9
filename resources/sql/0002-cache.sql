-- What customers answered when they were asked, and what they wrote for everybody to read.

CREATE TABLE survey_wave (
  id     INTEGER PRIMARY KEY REFERENCES record (id),
  name   TEXT,
  begins INTEGER,
  ends   INTEGER
);

-- How many were asked in a wave, and how many answered.
CREATE TABLE survey_count (
  id       INTEGER PRIMARY KEY REFERENCES record (id),
  wave     INTEGER REFERENCES record (id),
  adviser  INTEGER REFERENCES record (id),
  channel  TEXT,                              -- of the contact: call, email, chat, sms, store, web
  asked    INTEGER,
  answered INTEGER
);

-- One customer's answer, or a public review. An anonymous one never has what would lead to a person.
CREATE TABLE verbatim (
  id               INTEGER PRIMARY KEY REFERENCES record (id),
  wave             INTEGER REFERENCES record (id),
  customer         INTEGER REFERENCES record (id),
  interaction      INTEGER REFERENCES record (id), -- the contact it is about
  adviser          INTEGER REFERENCES record (id),
  channel          TEXT,                      -- of that contact: call, email, chat, sms, store, web; or review
  asked_at         INTEGER,
  at               INTEGER,
  score            INTEGER,
  scale            INTEGER,                   -- 10: would recommend, 0 to 10; 5: stars, 1 to 5
  about            TEXT,
  title            TEXT,
  text             TEXT,
  author_name      TEXT,                      -- as it was signed
  language         TEXT,
  permission       TEXT,                      -- to be contacted about it: yes, no, anonymous
  permission_by    TEXT,                      -- phone, email
  permission_until TEXT,                      -- YYYY-MM-DD
  state            TEXT                       -- open: the house has yet to see to it; closed
);
CREATE INDEX verbatim_customer ON verbatim (customer, at) WHERE customer IS NOT NULL;

-- One criterion of a verbatim.
CREATE TABLE answer (
  id        INTEGER PRIMARY KEY REFERENCES record (id),
  verbatim  INTEGER REFERENCES record (id),
  criterion TEXT,
  score     INTEGER,
  scale     INTEGER
);
CREATE INDEX answer_verbatim ON answer (verbatim);

-- Derived: its title and its words.
CREATE VIRTUAL TABLE verbatim_text USING fts5 (words, prefix = '2 3 4', tokenize = "unicode61 remove_diacritics 2");
