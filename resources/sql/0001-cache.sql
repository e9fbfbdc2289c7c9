-- cache.db: what sources said, and what is derived from it. It can be thrown away and fetched again.
-- Instants are milliseconds UTC. Ids are local and never leave this file: outside it a row is
-- (source name, entity, remote id). The numbers of entities are DiapasonEntity in app/model/entity.h.

CREATE TABLE source (
  id            INTEGER PRIMARY KEY,
  name          TEXT NOT NULL UNIQUE,         -- of the descriptor: 'crm'
  label         TEXT NOT NULL DEFAULT '',     -- for people
  me            INTEGER,                      -- the adviser record this login is; NULL: not asked yet
  in_sync_since INTEGER,                      -- when a round last ended with nothing more to fetch
  retry_at      INTEGER                       -- no request before it; kept over a restart
);

-- How far a source's stream (one entity's list) has been read.
CREATE TABLE stream (
  source    INTEGER NOT NULL REFERENCES source (id),
  name      TEXT NOT NULL,
  cursor    TEXT,                             -- as the descriptor keeps it: an instant, an opaque word, a number
  etag      TEXT,
  listing   INTEGER NOT NULL DEFAULT 0,       -- number of the last full listing, for deletions that are not told
  read_at   INTEGER,
  PRIMARY KEY (source, name)
) WITHOUT ROWID;

-- Every row a source ever mentioned. The first mention makes it; its own row may come later or never.
CREATE TABLE record (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  source     INTEGER NOT NULL REFERENCES source (id),
  entity     INTEGER NOT NULL,
  remote_id  TEXT NOT NULL,
  revision   INTEGER,                         -- the source's; an older one never replaces a newer; NULL: only mentioned
  as_of      INTEGER,                         -- when the source last said it
  first_seen INTEGER NOT NULL,
  listing    INTEGER NOT NULL DEFAULT 0,      -- the last full listing it stood in
  deleted    INTEGER NOT NULL DEFAULT 0,
  UNIQUE (source, entity, remote_id)
);

CREATE TABLE unit (
  id     INTEGER PRIMARY KEY REFERENCES record (id),
  name   TEXT,
  kind   TEXT,                                -- region, agency, team
  parent INTEGER REFERENCES record (id)
);

CREATE TABLE adviser (
  id       INTEGER PRIMARY KEY REFERENCES record (id),
  name     TEXT,
  login    TEXT,
  email    TEXT,
  unit     INTEGER REFERENCES record (id),
  role     TEXT,                              -- adviser, lead
  language TEXT
);

CREATE TABLE customer (
  id          INTEGER PRIMARY KEY REFERENCES record (id),
  name        TEXT,                           -- as it is to be shown
  name_key    TEXT,                           -- folded, made here
  given_name  TEXT,
  family_name TEXT,
  birth_date  TEXT,                           -- YYYY-MM-DD
  language    TEXT,
  street      TEXT,
  postcode    TEXT,
  city        TEXT,
  country     TEXT,
  since       INTEGER,
  value       TEXT,                           -- high, standard
  household   TEXT,
  same_as     INTEGER REFERENCES record (id), -- another source's customer that this source says it is
  unit        INTEGER REFERENCES record (id)
);
CREATE INDEX customer_name ON customer (name_key);
CREATE INDEX customer_same_as ON customer (same_as) WHERE same_as IS NOT NULL;

CREATE TABLE contact_point (
  id        INTEGER PRIMARY KEY REFERENCES record (id),
  customer  INTEGER REFERENCES record (id),
  kind      TEXT,                             -- phone, mobile, email
  value     TEXT,
  value_key TEXT,                             -- phone key or folded address, made here
  preferred INTEGER
);
CREATE INDEX contact_point_customer ON contact_point (customer);
CREATE INDEX contact_point_value ON contact_point (value_key);

CREATE TABLE relation (
  id       INTEGER PRIMARY KEY REFERENCES record (id),
  customer INTEGER REFERENCES record (id),
  other    INTEGER REFERENCES record (id),
  kind     TEXT                               -- what other is to customer: partner, child, parent, sibling
);
CREATE INDEX relation_customer ON relation (customer);

CREATE TABLE contract (
  id       INTEGER PRIMARY KEY REFERENCES record (id),
  customer INTEGER REFERENCES record (id),
  number   TEXT,
  product  TEXT,
  status   TEXT,                              -- active, suspended, ended
  begins   INTEGER,
  ends     INTEGER,
  amount   INTEGER,                           -- cents a month
  currency TEXT
);
CREATE INDEX contract_customer ON contract (customer, begins);

CREATE TABLE promise (
  id          INTEGER PRIMARY KEY REFERENCES record (id),
  customer    INTEGER REFERENCES record (id),
  adviser     INTEGER REFERENCES record (id),
  interaction INTEGER REFERENCES record (id),
  text        TEXT,
  made_at     INTEGER,
  due_at      INTEGER,
  state       TEXT,                           -- open, kept, late, broken, withdrawn
  closed_at   INTEGER
);
CREATE INDEX promise_customer ON promise (customer, made_at);

CREATE TABLE interaction (
  id        INTEGER PRIMARY KEY REFERENCES record (id),
  customer  INTEGER REFERENCES record (id),
  adviser   INTEGER REFERENCES record (id),
  channel   TEXT,                             -- call, email, chat, sms, ticket, store, web, survey, review
  direction TEXT,                             -- in, out
  began_at  INTEGER,
  ended_at  INTEGER,
  subject   TEXT,
  reason    TEXT,
  summary   TEXT,
  level     INTEGER,
  solved    TEXT,                             -- yes, partly, no
  state     TEXT                              -- waiting, open, closed
);
CREATE INDEX interaction_customer ON interaction (customer, began_at);

CREATE TABLE message (
  id          INTEGER PRIMARY KEY REFERENCES record (id),
  interaction INTEGER REFERENCES record (id),
  author      TEXT,                           -- customer, adviser, bot
  author_name TEXT,                           -- as the source tells it, when it is no adviser of ours
  adviser     INTEGER REFERENCES record (id),
  kind        TEXT,                           -- reply, note
  at          INTEGER,
  body        TEXT,
  language    TEXT
);
CREATE INDEX message_interaction ON message (interaction, at);

CREATE TABLE presence (
  id      INTEGER PRIMARY KEY REFERENCES record (id),
  adviser INTEGER REFERENCES record (id),
  state   TEXT,                               -- available, busy, away, offline
  since   INTEGER
);

CREATE TABLE article (
  id       INTEGER PRIMARY KEY REFERENCES record (id),
  title    TEXT,
  body     TEXT,
  topic    TEXT,
  language TEXT
);

CREATE TABLE canned_reply (
  id       INTEGER PRIMARY KEY REFERENCES record (id),
  title    TEXT,
  body     TEXT,
  channel  TEXT,
  language TEXT
);

-- Derived from here on: made after ingest, in batches, from one queue; every row carries the version of its
-- maker and can be made again.

CREATE TABLE derive_queue (
  step   INTEGER NOT NULL,                    -- DiapasonDeriveStep
  record INTEGER NOT NULL REFERENCES record (id),
  PRIMARY KEY (step, record)
) WITHOUT ROWID;

CREATE TABLE derive_version (                 -- which version of a step made what is here
  step    INTEGER PRIMARY KEY,
  version INTEGER NOT NULL
);

-- Links between customer records that a rule found; people's verdicts are in work.db and always win.
CREATE TABLE identity_link (
  a        INTEGER NOT NULL REFERENCES record (id), -- a < b
  b        INTEGER NOT NULL REFERENCES record (id),
  rule     TEXT NOT NULL,                     -- reference, name+email, name+phone
  evidence TEXT NOT NULL,
  version  INTEGER NOT NULL,
  made_at  INTEGER NOT NULL,
  PRIMARY KEY (a, b, rule)
) WITHOUT ROWID;
CREATE INDEX identity_link_b ON identity_link (b);

-- The same human: a cluster of customer records, named by the smallest of their ids.
CREATE TABLE person_member (
  customer INTEGER PRIMARY KEY REFERENCES record (id),
  person   INTEGER NOT NULL REFERENCES record (id),
  version  INTEGER NOT NULL
);
CREATE INDEX person_member_person ON person_member (person, customer);

-- What happened with a person, over all sources, in order.
CREATE TABLE timeline (
  person     INTEGER NOT NULL REFERENCES record (id),
  at         INTEGER NOT NULL,
  record     INTEGER NOT NULL REFERENCES record (id),
  kind       INTEGER NOT NULL,                -- DiapasonEntity
  date_known INTEGER NOT NULL,                -- 0: the source's date was missing or impossible; at is first_seen
  version    INTEGER NOT NULL,
  revision   INTEGER,                         -- of the record it was made from
  PRIMARY KEY (person, at, record)
) WITHOUT ROWID;
CREATE INDEX timeline_record ON timeline (record);

-- Full text. A document's id is the rowid of its words: seconds of its instant << 20 | sequence, so that
-- newest first is an order of rowids. FTS tables keep their own content.
CREATE TABLE document (
  id       INTEGER PRIMARY KEY,
  record   INTEGER NOT NULL UNIQUE REFERENCES record (id),
  version  INTEGER NOT NULL,
  revision INTEGER
);
CREATE VIRTUAL TABLE customer_text USING fts5 (words, prefix = '2 3 4', tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE interaction_text USING fts5 (words, prefix = '2 3 4', tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE message_text USING fts5 (words, prefix = '2 3 4', tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE article_text USING fts5 (words, prefix = '2 3 4', tokenize = "unicode61 remove_diacritics 2");
