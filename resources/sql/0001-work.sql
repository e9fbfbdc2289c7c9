-- work.db: what a person did and what no source holds. No repair of the cache ever touches it.
-- Rows of sources are named (source, remote id), never by the cache's local ids.

CREATE TABLE identity_verdict (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  key       TEXT NOT NULL UNIQUE,             -- UUID, chosen when the person acted
  a_source  TEXT NOT NULL,
  a_remote  TEXT NOT NULL,
  b_source  TEXT NOT NULL,
  b_remote  TEXT NOT NULL,
  verdict   TEXT NOT NULL CHECK (verdict IN ('same', 'different')),
  made_at   INTEGER NOT NULL,
  undone_at INTEGER                           -- an undone verdict stays and counts no more
);
CREATE INDEX identity_verdict_a ON identity_verdict (a_source, a_remote);
CREATE INDEX identity_verdict_b ON identity_verdict (b_source, b_remote);

CREATE TABLE choice (                         -- this person's choices: order, sizes, periods
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
