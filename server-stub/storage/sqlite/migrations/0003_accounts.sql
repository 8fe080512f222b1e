-- Who may sign in. Of secrets only hashes are here, and texts sealed by a key that lies in a file of its own.
CREATE TABLE account (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,  -- Never given twice: a session of one who went opens nothing.
    name            TEXT NOT NULL,
    folded          TEXT NOT NULL UNIQUE CHECK (length(folded) > 0),
    email           TEXT NOT NULL,
    role            TEXT NOT NULL,
    district        TEXT NOT NULL,
    password_hash   TEXT NOT NULL,
    sealed_code_key TEXT NOT NULL,
    code_confirmed  INTEGER NOT NULL CHECK (code_confirmed IN (0, 1)),
    last_code_step  INTEGER NOT NULL,
    made_at_ms      INTEGER NOT NULL
) STRICT;

CREATE INDEX account_district ON account (district, folded);

CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    account    INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    stage      INTEGER NOT NULL CHECK (stage BETWEEN 0 AND 2),
    made_at_ms INTEGER NOT NULL,
    seen_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_account ON session (account);

CREATE TABLE device (
    token_hash TEXT PRIMARY KEY,
    account    INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    made_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX device_account ON device (account);

-- Under a mark, which only the key makes: whether there is an account of the name does not show here.
CREATE TABLE sign_in_try (
    mark    TEXT PRIMARY KEY,
    failed  INTEGER NOT NULL,
    last_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE recovery_code (
    account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    mark    TEXT NOT NULL,
    PRIMARY KEY (account, mark)
) STRICT, WITHOUT ROWID;

CREATE TABLE invitation (
    token_hash    TEXT PRIMARY KEY,
    name          TEXT NOT NULL,
    folded        TEXT NOT NULL UNIQUE,
    role          TEXT NOT NULL,
    district      TEXT NOT NULL,
    expires_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
