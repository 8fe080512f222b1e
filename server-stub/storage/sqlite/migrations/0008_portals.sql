-- An invitation may also let somebody who has an account choose its secrets anew.
ALTER TABLE invitation ADD COLUMN account INTEGER REFERENCES account (id) ON DELETE CASCADE;
CREATE INDEX invitation_account ON invitation (account);

-- What has grown old is found without a walk through the table.
CREATE INDEX sign_in_try_last ON sign_in_try (last_ms);
CREATE INDEX device_made ON device (made_at_ms);
CREATE INDEX session_made ON session (made_at_ms);

-- What no program can see: the head of the court says it.
CREATE TABLE declaration (
    district TEXT NOT NULL,
    what     TEXT NOT NULL CHECK (what IN ('training', 'accessibility')),
    account  INTEGER NOT NULL,
    role     TEXT NOT NULL,
    at_ms    INTEGER NOT NULL,
    PRIMARY KEY (district, what)
) STRICT, WITHOUT ROWID;

-- What partners say of the pages of a portal that is being prepared.
CREATE TABLE remark (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    district       TEXT NOT NULL,
    page           TEXT NOT NULL,     -- Its address without the language.
    text           TEXT NOT NULL,
    account        INTEGER NOT NULL,  -- Which may be gone.
    role           TEXT NOT NULL,
    at_ms          INTEGER NOT NULL,
    answer         TEXT NOT NULL,     -- Empty: it is open.
    answer_account INTEGER,
    answer_role    TEXT,
    answer_at_ms   INTEGER
) STRICT;
CREATE INDEX remark_of_district ON remark (district, id);
