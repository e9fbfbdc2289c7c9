-- Figures of experience. Derived.

-- What counts in a figure: one row an answer, so that each figure opens to its rows.
CREATE TABLE kpi_entry (
  record   INTEGER NOT NULL REFERENCES record (id), -- a verbatim, an answer or a promise
  kpi      INTEGER NOT NULL,                  -- DiapasonKpi
  adviser  INTEGER NOT NULL REFERENCES record (id),
  at       INTEGER NOT NULL,
  day      INTEGER NOT NULL,                  -- days since 1970-01-01 in the company's zone
  value    INTEGER NOT NULL,                  -- as it was given
  version  INTEGER NOT NULL,
  revision INTEGER,                           -- of the record it was made from
  PRIMARY KEY (record, kpi)
) WITHOUT ROWID;
CREATE INDEX kpi_entry_adviser ON kpi_entry (adviser, kpi, day, at);

-- The same by day, in sums: DiapasonKpiSums.
CREATE TABLE kpi_cell (
  adviser INTEGER NOT NULL REFERENCES record (id),
  kpi     INTEGER NOT NULL,
  day     INTEGER NOT NULL,
  n       INTEGER NOT NULL,
  plus    INTEGER NOT NULL,
  minus   INTEGER NOT NULL,
  sum     INTEGER NOT NULL,
  squares INTEGER NOT NULL,
  PRIMARY KEY (adviser, kpi, day)
) WITHOUT ROWID;

CREATE INDEX promise_open ON promise (adviser) WHERE state = 'open';
CREATE INDEX verbatim_open ON verbatim (adviser) WHERE state = 'open' AND permission = 'yes';
CREATE INDEX survey_count_adviser ON survey_count (adviser);
CREATE INDEX source_me ON source (me) WHERE me IS NOT NULL;

-- What derived rows were made by beside their version: the company's zone.
CREATE TABLE derive_setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
