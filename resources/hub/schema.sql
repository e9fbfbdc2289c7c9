-- The hub's own file: an invented company as its systems hold it. Not the cache: other names, other manners.
-- Instants are milliseconds UTC. Every row that a source serves carries
--   revision    counts this row's changes, from 1: its ETag
--   seq         the company-wide number of its last change: order and opaque cursor of the contact platform
--   updated_at  instant of its last change: order and updated-since of the CRM
--   deleted     1 for a tombstone; the row stays so that the deletion can be told

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- The CRM -------------------------------------------------------------------------------------------------

CREATE TABLE unit (
  id         TEXT PRIMARY KEY,              -- 'R1', 'A12', 'T120'
  name       TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('region', 'agency', 'team')),
  parent     TEXT REFERENCES unit (id),
  revision   INTEGER NOT NULL DEFAULT 1,
  seq        INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE adviser (
  id         TEXT PRIMARY KEY,              -- 'E1001'
  name       TEXT NOT NULL,
  login      TEXT NOT NULL UNIQUE,          -- also the name the contact platform knows them by
  email      TEXT NOT NULL,
  unit       TEXT NOT NULL REFERENCES unit (id),
  role       TEXT NOT NULL CHECK (role IN ('adviser', 'lead')),
  language   TEXT NOT NULL,                 -- 'fr', 'it', 'en'
  revision   INTEGER NOT NULL DEFAULT 1,
  seq        INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE customer (
  id          TEXT PRIMARY KEY,             -- 'C0000042'
  given_name  TEXT NOT NULL,
  family_name TEXT NOT NULL,
  birth_date  TEXT,                         -- 'YYYY-MM-DD'; NULL: unknown
  language    TEXT NOT NULL,
  street      TEXT,
  postcode    TEXT,
  city        TEXT,
  country     TEXT NOT NULL,                -- 'FR', 'IT', 'GB'
  since       TEXT NOT NULL,                -- 'YYYY-MM-DD'
  value       TEXT,                         -- 'high', 'standard'; NULL: unknown
  household   TEXT,                         -- one word for all who live together
  unit        TEXT REFERENCES unit (id),    -- the agency that looks after them
  revision    INTEGER NOT NULL DEFAULT 1,
  seq         INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL,
  deleted     INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE contact_point (
  id         TEXT PRIMARY KEY,              -- 'P0000042-1'
  customer   TEXT NOT NULL REFERENCES customer (id),
  kind       TEXT NOT NULL CHECK (kind IN ('phone', 'mobile', 'email')),
  value      TEXT NOT NULL,                 -- as people write it, in many ways
  preferred  INTEGER NOT NULL DEFAULT 0,
  revision   INTEGER NOT NULL DEFAULT 1,
  seq        INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX contact_point_customer ON contact_point (customer);

CREATE TABLE relation (
  id         TEXT PRIMARY KEY,
  customer   TEXT NOT NULL REFERENCES customer (id),
  other      TEXT NOT NULL REFERENCES customer (id),
  kind       TEXT NOT NULL CHECK (kind IN ('partner', 'child', 'parent', 'sibling')), -- what other is to customer
  revision   INTEGER NOT NULL DEFAULT 1,
  seq        INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX relation_customer ON relation (customer);

CREATE TABLE contract (
  id         TEXT PRIMARY KEY,              -- 'K0000042-1'
  customer   TEXT NOT NULL REFERENCES customer (id),
  number     TEXT NOT NULL,                 -- '88-1203'
  product    TEXT NOT NULL,
  status     TEXT NOT NULL CHECK (status IN ('active', 'suspended', 'ended')),
  begins     TEXT NOT NULL,                 -- 'YYYY-MM-DD'
  ends       TEXT,
  amount     INTEGER NOT NULL,              -- cents a month
  currency   TEXT NOT NULL,                 -- 'EUR', 'GBP'
  revision   INTEGER NOT NULL DEFAULT 1,
  seq        INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX contract_customer ON contract (customer);

-- What few customers have: what they need from whoever serves them, how likely it is that they leave, and that nothing
-- is to be sold to them. Without consent to a need nobody is told more than that one is noted.
CREATE TABLE customer_fact (
  id         TEXT PRIMARY KEY,              -- 'F0000042-1'
  customer   TEXT NOT NULL REFERENCES customer (id),
  kind       TEXT NOT NULL CHECK (kind IN ('need', 'churn_risk', 'marketing_hold')),
  value      TEXT CHECK (value IN ('large_print', 'hearing', 'language', 'accessibility', 'easy_words', -- a need
                                   'low', 'medium', 'high')),                                           -- a risk
  note       TEXT,                          -- of a need how, of the others why
  consent    INTEGER,                       -- of a need: 1, 0
  consent_at INTEGER,                       -- NULL: none
  consent_by TEXT CHECK (consent_by IN ('phone', 'email', 'letter', 'form', 'in_person')),
  maker      TEXT NOT NULL CHECK (maker IN ('person', 'rule', 'model')),
  maker_name TEXT,
  said_at    INTEGER NOT NULL,
  until      TEXT,                          -- 'YYYY-MM-DD', the last day of a hold
  revision   INTEGER NOT NULL DEFAULT 1,
  seq        INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE promise (
  id          TEXT PRIMARY KEY,             -- 'Q000123', or the UUID its maker chose
  customer    TEXT NOT NULL REFERENCES customer (id),
  adviser     TEXT NOT NULL REFERENCES adviser (id),
  interaction TEXT,                         -- the contact platform's id; NULL: made elsewhere
  text        TEXT NOT NULL,
  made_at     INTEGER NOT NULL,
  due_at      INTEGER NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('open', 'kept', 'late', 'broken', 'withdrawn')),
  closed_at   INTEGER,
  revision    INTEGER NOT NULL DEFAULT 1,
  seq         INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL,
  deleted     INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX promise_customer ON promise (customer);
CREATE INDEX promise_open ON promise (due_at) WHERE state = 'open' AND NOT deleted;

-- The contact platform ------------------------------------------------------------------------------------

CREATE TABLE contact (                      -- who it has spoken to; not every one is tied to the CRM
  id           TEXT PRIMARY KEY,            -- 'ct_8f3k2a'
  crm_customer TEXT REFERENCES customer (id),
  display_name TEXT,                        -- NULL: only a number or an address is known
  phone        TEXT,
  email        TEXT,
  language     TEXT,
  revision     INTEGER NOT NULL DEFAULT 1,
  seq          INTEGER NOT NULL,
  updated_at   INTEGER NOT NULL,
  deleted      INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE interaction (
  id         TEXT PRIMARY KEY,              -- 'in_0000123', or the UUID its maker chose
  contact    TEXT NOT NULL REFERENCES contact (id),
  adviser    TEXT REFERENCES adviser (id),  -- NULL: nobody yet
  channel    TEXT NOT NULL CHECK (channel IN ('call', 'email', 'chat', 'sms')),
  direction  TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  began_at   INTEGER NOT NULL,
  ended_at   INTEGER,                       -- NULL: still open
  subject    TEXT,
  reason     TEXT,                          -- 'refund', 'delivery', …
  summary    TEXT,                          -- the adviser's words at wrap-up
  level      INTEGER,                       -- processing level 1, 2, …
  solved     TEXT CHECK (solved IN ('yes', 'partly', 'no')),
  state      TEXT NOT NULL CHECK (state IN ('waiting', 'open', 'closed')),
  revision   INTEGER NOT NULL DEFAULT 1,
  seq        INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX interaction_contact ON interaction (contact, began_at);
CREATE INDEX interaction_open ON interaction (channel, id) WHERE state <> 'closed' AND NOT deleted;

CREATE TABLE message (
  id          TEXT PRIMARY KEY,             -- 'ms_0000123', or the UUID its maker chose
  interaction TEXT NOT NULL REFERENCES interaction (id),
  author      TEXT NOT NULL CHECK (author IN ('customer', 'adviser', 'bot')),
  adviser     TEXT REFERENCES adviser (id),
  kind        TEXT NOT NULL CHECK (kind IN ('reply', 'note')), -- a note stays in the house
  at          INTEGER NOT NULL,
  body        TEXT NOT NULL,
  language    TEXT,
  revision    INTEGER NOT NULL DEFAULT 1,
  seq         INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL,
  deleted     INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX message_interaction ON message (interaction, at);

CREATE TABLE presence (
  id         TEXT PRIMARY KEY REFERENCES adviser (id),
  state      TEXT NOT NULL CHECK (state IN ('available', 'busy', 'away', 'offline')),
  since      INTEGER NOT NULL,
  revision   INTEGER NOT NULL DEFAULT 1,
  seq        INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
);

-- The same for each channel: what else is offered while they talk or write. Told with its presence, which changes with
-- it.
CREATE TABLE presence_channel (
  id             TEXT PRIMARY KEY,          -- 'E1001:call'
  presence       TEXT NOT NULL REFERENCES presence (id),
  channel        TEXT NOT NULL CHECK (channel IN ('call', 'email', 'chat')),
  state          TEXT NOT NULL CHECK (state IN ('available', 'busy', 'away', 'offline')),
  since          INTEGER NOT NULL,
  set_by         TEXT NOT NULL CHECK (set_by IN ('self', 'lead', 'platform')),
  set_by_adviser TEXT REFERENCES adviser (id), -- NULL: the platform did it
  revision       INTEGER NOT NULL DEFAULT 1,
  seq            INTEGER NOT NULL,
  updated_at     INTEGER NOT NULL,
  deleted        INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX presence_channel_presence ON presence_channel (presence);

CREATE TABLE article (
  id         TEXT PRIMARY KEY,              -- 'kb_017_fr'
  title      TEXT NOT NULL,
  body       TEXT NOT NULL,                 -- a small HTML fragment: <p>, <ul>, <li>, <b>
  topic      TEXT NOT NULL,
  language   TEXT NOT NULL,
  revision   INTEGER NOT NULL DEFAULT 1,
  seq        INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE canned_reply (
  id         TEXT PRIMARY KEY,
  title      TEXT NOT NULL,
  body       TEXT NOT NULL,                 -- with {{customer.name}} and the like
  channel    TEXT NOT NULL,
  language   TEXT NOT NULL,
  revision   INTEGER NOT NULL DEFAULT 1,
  seq        INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE article_feedback (             -- what advisers lacked in it, or found wrong
  id         TEXT PRIMARY KEY,              -- 'fb_' and a UUID
  article    TEXT NOT NULL REFERENCES article (id),
  adviser    TEXT NOT NULL REFERENCES adviser (id),
  kind       TEXT NOT NULL CHECK (kind IN ('lacking', 'wrong')),
  text       TEXT NOT NULL,
  revision   INTEGER NOT NULL DEFAULT 1,
  seq        INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX article_feedback_article ON article_feedback (article);

-- The survey tool -----------------------------------------------------------------------------------------

CREATE TABLE survey_wave (
  id         TEXT PRIMARY KEY,              -- 'W2026-09'
  name       TEXT NOT NULL,
  begins     TEXT NOT NULL,                 -- 'YYYY-MM-DD'
  ends       TEXT NOT NULL,
  revision   INTEGER NOT NULL DEFAULT 1,
  seq        INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE survey_count (                 -- how many were asked, and how many answered
  id         TEXT PRIMARY KEY,              -- 'W2026-09:E1001:call'
  wave       TEXT NOT NULL REFERENCES survey_wave (id),
  adviser    TEXT NOT NULL REFERENCES adviser (id),
  channel    TEXT NOT NULL CHECK (channel IN ('call', 'email', 'chat', 'sms')),
  asked      INTEGER NOT NULL,
  answered   INTEGER NOT NULL,
  revision   INTEGER NOT NULL DEFAULT 1,
  seq        INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE feedback (                     -- one customer's answer to a survey
  id               TEXT PRIMARY KEY,        -- 'fe_0000123'
  wave             TEXT NOT NULL REFERENCES survey_wave (id),
  contact          TEXT REFERENCES contact (id),     -- NULL, like interaction: anonymous
  crm_customer     TEXT REFERENCES customer (id),
  interaction      TEXT REFERENCES interaction (id), -- the contact it is about
  adviser          TEXT NOT NULL REFERENCES adviser (id),
  channel          TEXT NOT NULL CHECK (channel IN ('call', 'email', 'chat', 'sms')), -- of that contact
  asked_at         INTEGER,                 -- NULL: anonymous
  answered_at      INTEGER NOT NULL,
  recommend        INTEGER CHECK (recommend BETWEEN 0 AND 10),
  text             TEXT,                    -- NULL: scores only
  language         TEXT NOT NULL,
  permission       TEXT NOT NULL CHECK (permission IN ('yes', 'no', 'anonymous')), -- to be contacted about it
  permission_by    TEXT CHECK (permission_by IN ('phone', 'email')),               -- NULL: not yes
  permission_until TEXT,                    -- 'YYYY-MM-DD'
  state            TEXT NOT NULL CHECK (state IN ('open', 'closed')), -- whether the house has yet to see to it
  revision         INTEGER NOT NULL DEFAULT 1,
  seq              INTEGER NOT NULL,
  updated_at       INTEGER NOT NULL,
  deleted          INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX feedback_interaction ON feedback (interaction) WHERE interaction IS NOT NULL;

CREATE TABLE feedback_score (               -- one criterion of one answer
  id         TEXT PRIMARY KEY,              -- 'fe_0000123:listening'
  feedback   TEXT NOT NULL REFERENCES feedback (id),
  criterion  TEXT NOT NULL CHECK (criterion IN ('satisfaction', 'effort', 'solved', 'welcome', 'listening', 'clarity')),
  score      INTEGER NOT NULL,              -- 1 to scale; of solved 0 (no) or 1 (yes)
  scale      INTEGER NOT NULL,              -- 5; of effort 7; of solved 1
  revision   INTEGER NOT NULL DEFAULT 1,
  seq        INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX feedback_score_feedback ON feedback_score (feedback);

-- The web shop --------------------------------------------------------------------------------------------

CREATE TABLE shop_account (
  id           TEXT PRIMARY KEY,            -- 'S0000042'
  name         TEXT NOT NULL,
  email        TEXT NOT NULL,
  crm_customer TEXT REFERENCES customer (id), -- NULL: gave no customer number
  revision     INTEGER NOT NULL DEFAULT 1,
  seq          INTEGER NOT NULL,
  updated_at   INTEGER NOT NULL,
  deleted      INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX shop_account_customer ON shop_account (crm_customer) WHERE crm_customer IS NOT NULL;

CREATE TABLE shop_visit (                   -- self-service: what somebody looked for before, or instead of, asking
  id         TEXT PRIMARY KEY,              -- 'vi_0000123'
  account    TEXT NOT NULL REFERENCES shop_account (id),
  began_at   INTEGER NOT NULL,
  ended_at   INTEGER NOT NULL,
  topic      TEXT NOT NULL,                 -- 'refund', 'delivery', … as reasons of contacts
  searched   TEXT,                          -- the words they typed; NULL: none
  article    TEXT REFERENCES article (id),  -- what they read; NULL: nothing
  found      TEXT CHECK (found IN ('yes', 'partly', 'no')), -- NULL: not asked
  revision   INTEGER NOT NULL DEFAULT 1,
  seq        INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE shop_order (
  id         TEXT PRIMARY KEY,              -- 'or_0000123'
  account    TEXT NOT NULL REFERENCES shop_account (id),
  number     TEXT NOT NULL,                 -- '26-004711'
  placed_at  INTEGER NOT NULL,
  ended_at   INTEGER,                       -- delivered, returned or cancelled; NULL: on its way
  items      TEXT NOT NULL,                 -- '2 × Router Lumo, 1 × Cable'
  total      INTEGER NOT NULL,              -- cents
  currency   TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('placed', 'sent', 'delivered', 'returned', 'cancelled')),
  revision   INTEGER NOT NULL DEFAULT 1,
  seq        INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE store_visit (
  id         TEXT PRIMARY KEY,              -- 'st_0000123'
  account    TEXT NOT NULL REFERENCES shop_account (id),
  store      TEXT NOT NULL,                 -- the agency's name
  began_at   INTEGER NOT NULL,
  ended_at   INTEGER NOT NULL,
  reason     TEXT NOT NULL,
  note       TEXT,                          -- what the people there wrote
  solved     TEXT CHECK (solved IN ('yes', 'partly', 'no')),
  revision   INTEGER NOT NULL DEFAULT 1,
  seq        INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE review (                       -- written for everybody to read
  id         TEXT PRIMARY KEY,              -- 're_0000123'
  account    TEXT REFERENCES shop_account (id), -- NULL: nobody knows whose it is
  author     TEXT NOT NULL,                 -- the name they signed with
  posted_at  INTEGER NOT NULL,
  stars      INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
  about      TEXT NOT NULL,                 -- the product
  title      TEXT NOT NULL,
  text       TEXT NOT NULL,
  language   TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  revision   INTEGER NOT NULL DEFAULT 1,
  seq        INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
);

-- The server's own ----------------------------------------------------------------------------------------

CREATE TABLE idempotency (                  -- a write that came twice is done once and answered twice alike
  key         TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,                -- method, path and SHA-256 of the body
  status      INTEGER NOT NULL,
  etag        TEXT,
  body        TEXT NOT NULL,
  at          INTEGER NOT NULL
) WITHOUT ROWID;

-- Orders the sources serve their pages in; deleted is there to be counted and skipped without the row.
CREATE INDEX unit_changed ON unit (updated_at, id, deleted);
CREATE INDEX adviser_changed ON adviser (updated_at, id, deleted);
CREATE INDEX customer_changed ON customer (updated_at, id, deleted);
CREATE INDEX contact_point_changed ON contact_point (updated_at, id, deleted);
CREATE INDEX relation_changed ON relation (updated_at, id, deleted);
CREATE INDEX contract_changed ON contract (updated_at, id, deleted);
CREATE INDEX customer_fact_changed ON customer_fact (updated_at, id, deleted);
CREATE INDEX promise_changed ON promise (updated_at, id, deleted);
CREATE UNIQUE INDEX adviser_seq ON adviser (seq);
CREATE UNIQUE INDEX contact_seq ON contact (seq);
CREATE UNIQUE INDEX interaction_seq ON interaction (seq);
CREATE UNIQUE INDEX message_seq ON message (seq);
CREATE UNIQUE INDEX presence_seq ON presence (seq);
CREATE UNIQUE INDEX article_seq ON article (seq);
CREATE UNIQUE INDEX canned_reply_seq ON canned_reply (seq);
CREATE INDEX survey_wave_changed ON survey_wave (updated_at, id, deleted);
CREATE INDEX survey_count_changed ON survey_count (updated_at, id, deleted);
CREATE INDEX feedback_changed ON feedback (updated_at, id, deleted);
CREATE UNIQUE INDEX shop_account_seq ON shop_account (seq);
CREATE UNIQUE INDEX shop_visit_seq ON shop_visit (seq);
CREATE UNIQUE INDEX shop_order_seq ON shop_order (seq);
CREATE UNIQUE INDEX store_visit_seq ON store_visit (seq);
CREATE UNIQUE INDEX review_seq ON review (seq);
