-- What people say to the courts; its receipt is a receipt as any other. Texts are masked before they come here.
CREATE TABLE contribution (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    receipt         TEXT NOT NULL UNIQUE REFERENCES receipt (code),
    district        TEXT NOT NULL,
    service         TEXT NOT NULL,     -- Empty: of the district as a whole.
    kind            TEXT NOT NULL,
    text            TEXT NOT NULL,
    state           TEXT NOT NULL,
    version         INTEGER NOT NULL,  -- How many steps were taken.
    concerns        TEXT NOT NULL,     -- Names with a space between two.
    acknowledge_by  TEXT NOT NULL,
    answer_by       TEXT NOT NULL,
    acknowledged_on TEXT,
    answered_on     TEXT,
    asked_on        TEXT,
    published_on    TEXT,
    term            TEXT,              -- The one that runs; none where nobody of the court is waited for.
    has_appealed    INTEGER NOT NULL,
    has_contested   INTEGER NOT NULL,
    answer_step     INTEGER            -- The step that holds the answer.
) STRICT;
CREATE INDEX contribution_state ON contribution (district, state, id);
CREATE INDEX contribution_public ON contribution (district, id) WHERE published_on IS NOT NULL;
CREATE INDEX contribution_term ON contribution (term, id) WHERE term IS NOT NULL;

CREATE TABLE contribution_step (
    contribution INTEGER NOT NULL REFERENCES contribution (id),
    number       INTEGER NOT NULL,
    step         TEXT NOT NULL,
    from_state   TEXT NOT NULL,
    to_state     TEXT NOT NULL,
    account      INTEGER NOT NULL,  -- Which may be gone; 0: the rules, or its author.
    role         TEXT NOT NULL,     -- "author" and "rules" are none of an account.
    at_ms        INTEGER NOT NULL,
    on_day       TEXT NOT NULL,
    words        TEXT NOT NULL,
    reason       TEXT,              -- Why a moderator declined it.
    outcome      TEXT,              -- With these it gave an answer.
    said         TEXT,
    proof        TEXT,
    by_day       TEXT,
    legal_basis  TEXT,
    body         TEXT,
    merged_into  TEXT,
    PRIMARY KEY (contribution, number)
) STRICT, WITHOUT ROWID;

-- Who was told that a term ends or has ended: once each.
CREATE TABLE contribution_alarm (
    contribution INTEGER NOT NULL REFERENCES contribution (id),
    term         TEXT NOT NULL,
    alarm        TEXT NOT NULL,
    district     TEXT NOT NULL,
    at_ms        INTEGER NOT NULL,
    PRIMARY KEY (contribution, term, alarm)
) STRICT, WITHOUT ROWID;
CREATE INDEX contribution_alarm_district ON contribution_alarm (district, alarm);
