-- What ranks a verbatim that waits to be seen to, and who is on the line. Derived.

-- One row an open verbatim. Instants rather than what holds now: no row ages, and the instant at which its points change
-- next follows from it, whatever the challenge.
CREATE TABLE priority_fact (
  verbatim         INTEGER PRIMARY KEY REFERENCES record (id),
  person           INTEGER REFERENCES record (id), -- NULL: nobody is to be, or can be, joined with it
  adviser          INTEGER REFERENCES record (id), -- whose contact it is about
  at               INTEGER NOT NULL,          -- when it was written; 0: unknown, as in all that follow
  score            INTEGER,
  scale            INTEGER,
  effort           INTEGER,
  effort_scale     INTEGER,
  has_words        INTEGER NOT NULL,
  is_review        INTEGER NOT NULL,
  is_high_value    INTEGER NOT NULL,
  is_unsolved      INTEGER NOT NULL,
  may_contact      INTEGER NOT NULL,
  permission_until INTEGER NOT NULL,          -- the first instant at which they may not be contacted any more
  contacts         INTEGER NOT NULL,
  failures         INTEGER NOT NULL,
  promises_broken  INTEGER NOT NULL,
  promise_due      INTEGER NOT NULL,          -- of the open promises: the earliest
  version          INTEGER NOT NULL,
  revision         INTEGER                    -- of the record it was made from
);
CREATE INDEX priority_fact_person ON priority_fact (person) WHERE person IS NOT NULL;
CREATE INDEX priority_fact_adviser ON priority_fact (adviser, person) WHERE adviser IS NOT NULL;

CREATE INDEX verbatim_about ON verbatim (interaction) WHERE state = 'open' AND interaction IS NOT NULL;

-- Calls and chats that go on.
CREATE INDEX interaction_live ON interaction (began_at, customer, adviser)
  WHERE ended_at IS NULL AND state IN ('waiting', 'open') AND channel IN ('call', 'chat');
