-- Which of very many verbatims waited first when all of them were ranked last: what is shown while they are ranked anew.
CREATE TABLE first_ranked (
  place    INTEGER PRIMARY KEY,
  verbatim INTEGER NOT NULL
);
