-- What courts publish, as their desks edit it: one row for each item, one for each of its saves.
CREATE TABLE item (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    district          TEXT NOT NULL,
    kind              TEXT NOT NULL,
    slug              TEXT NOT NULL CHECK (length(slug) BETWEEN 1 AND 64),
    state             TEXT NOT NULL,
    original          TEXT NOT NULL,     -- The language that it was thought in.
    titles            TEXT NOT NULL,     -- JSON: those of the newest revision, for lists.
    version           INTEGER NOT NULL CHECK (version > 0),  -- The newest revision.
    published_version INTEGER NOT NULL CHECK (published_version BETWEEN 0 AND version),  -- 0: nothing is public.
    author            INTEGER NOT NULL,  -- Of the newest revision: an account, which may be gone; 0 is the seed.
    changed_at_ms     INTEGER NOT NULL,
    release_at_ms     INTEGER,           -- Of a scheduled one.
    until_ms          INTEGER,           -- Of a scheduled one: when it ends to be public.
    expires_at_ms     INTEGER,           -- Of what is public now.
    UNIQUE (district, kind, slug)
) STRICT;

-- One for each choice of filters: a page of a list reads its own rows and no others.
CREATE INDEX item_in_lists ON item (district, changed_at_ms, id);
CREATE INDEX item_of_kind ON item (district, kind, changed_at_ms, id);
CREATE INDEX item_in_state ON item (district, state, changed_at_ms, id);
CREATE INDEX item_of_kind_in_state ON item (district, kind, state, changed_at_ms, id);
CREATE INDEX item_to_release ON item (release_at_ms) WHERE release_at_ms IS NOT NULL;
CREATE INDEX item_to_expire ON item (expires_at_ms) WHERE expires_at_ms IS NOT NULL;

CREATE TABLE item_language (
    item             INTEGER NOT NULL REFERENCES item (id),
    language         TEXT NOT NULL CHECK (language IN ('ar', 'zgh', 'fr', 'en')),
    changed_version  INTEGER NOT NULL,
    approved_version INTEGER NOT NULL,
    complete         INTEGER NOT NULL CHECK (complete IN (0, 1)),
    PRIMARY KEY (item, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE revision (
    item       INTEGER NOT NULL REFERENCES item (id),
    version    INTEGER NOT NULL CHECK (version > 0),
    account    INTEGER NOT NULL,
    role       TEXT NOT NULL,
    made_at_ms INTEGER NOT NULL,
    content    TEXT NOT NULL,  -- JSON: path -> text
    PRIMARY KEY (item, version)
) STRICT;

CREATE TRIGGER revision_stays BEFORE UPDATE ON revision
BEGIN
    SELECT RAISE(ABORT, 'revisions are append-only');
END;
CREATE TRIGGER revision_remains BEFORE DELETE ON revision
BEGIN
    SELECT RAISE(ABORT, 'revisions are append-only');
END;

-- Who did what. Each hash is that of the one before and of the row: what is changed later shows.
CREATE TABLE audit (
    number       INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms        INTEGER NOT NULL,
    account      INTEGER NOT NULL,  -- 0: the clock or the seed.
    role         TEXT NOT NULL,
    district     TEXT NOT NULL,
    item         INTEGER NOT NULL,
    what         TEXT NOT NULL,     -- 'save', or the step.
    version      INTEGER NOT NULL,
    state        TEXT NOT NULL,     -- After it.
    detail       TEXT NOT NULL,     -- The reason, or the moment.
    content_hash TEXT NOT NULL,     -- Of the revision, where one was made.
    hash         TEXT NOT NULL
) STRICT;
CREATE INDEX audit_of_item ON audit (item, number);
CREATE INDEX audit_of_district ON audit (district, number);

CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;
CREATE TRIGGER audit_remains BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;

-- Who is at work on it; nobody is kept from saving by it.
CREATE TABLE item_lock (
    item     INTEGER PRIMARY KEY REFERENCES item (id),
    account  INTEGER NOT NULL,
    role     TEXT NOT NULL,
    since_ms INTEGER NOT NULL,
    until_ms INTEGER NOT NULL
) STRICT;
