-- What few customers have: a need, how likely it is that they leave, a hold on marketing. A need without consent is
-- known to be one, and not what it is: what and words of it are never kept.
CREATE TABLE customer_fact (
  id         INTEGER PRIMARY KEY REFERENCES record (id),
  customer   INTEGER REFERENCES record (id),
  kind       TEXT,                            -- need, churn_risk, marketing_hold
  what       TEXT,                            -- of a need: large_print, hearing, …; of a risk: low, medium, high
  words      TEXT,                            -- of a need how, of the others why
  consent    INTEGER,                         -- to a need being noted
  consent_at INTEGER,
  consent_by TEXT,                            -- phone, email, letter, form, in_person
  maker      TEXT,                            -- who says so: person, rule, model
  maker_name TEXT,
  at         INTEGER,
  until      TEXT                             -- YYYY-MM-DD, the last day of a hold
);
CREATE INDEX customer_fact_customer ON customer_fact (customer);

-- Whether somebody is there, for each channel by itself.
CREATE TABLE presence_channel (
  id       INTEGER PRIMARY KEY REFERENCES record (id),
  presence INTEGER REFERENCES record (id),
  channel  TEXT,                              -- call, chat, email, sms
  state    TEXT,                              -- available, busy, away, offline
  since    INTEGER,
  set_by   TEXT,                              -- self, lead, platform
  setter   INTEGER REFERENCES record (id)     -- whoever did it
);
CREATE INDEX presence_channel_presence ON presence_channel (presence);
CREATE INDEX presence_adviser ON presence (adviser);
