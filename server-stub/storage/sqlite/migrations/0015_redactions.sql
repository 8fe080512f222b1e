-- That a moderator replaced passages of what somebody said: one row while they are replaced.
CREATE TABLE redaction (
    contribution    INTEGER PRIMARY KEY REFERENCES contribution (id),
    redaction_state TEXT NOT NULL,
    redacted_for    TEXT NOT NULL
) STRICT;
CREATE INDEX redaction_in_state ON redaction (redaction_state, contribution);

-- A text as it was before passages of it were replaced, masked as ever. It is removed when its day has come.
CREATE TABLE sealed_original (
    contribution INTEGER NOT NULL REFERENCES contribution (id),
    number       INTEGER NOT NULL,  -- The step that replaced them.
    text         TEXT NOT NULL,
    remove_on    TEXT NOT NULL,
    PRIMARY KEY (contribution, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX sealed_original_day ON sealed_original (remove_on);
