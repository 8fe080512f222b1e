-- Published content as it travels; the address is that of the JSON interface.
CREATE TABLE content (
    position INTEGER PRIMARY KEY,
    address  TEXT NOT NULL UNIQUE,
    body     TEXT NOT NULL
) STRICT;

-- What a code stands for, whatever was sent. Codes are 16 digits without hyphens.
CREATE TABLE receipt (
    code           TEXT PRIMARY KEY CHECK (length(code) = 16),
    language       TEXT NOT NULL,
    received_at_ms INTEGER NOT NULL,
    received_on    TEXT NOT NULL  -- The day in Morocco, "2026-11-22".
) STRICT, WITHOUT ROWID;

CREATE TABLE rating (
    receipt   TEXT PRIMARY KEY REFERENCES receipt (code),
    district  TEXT NOT NULL,
    service   TEXT NOT NULL,
    level     INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
    completed TEXT,
    text      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE rating_reason (
    receipt TEXT NOT NULL REFERENCES rating (receipt),
    reason  TEXT NOT NULL,
    PRIMARY KEY (receipt, reason)
) STRICT, WITHOUT ROWID;

-- Which receipt a key was answered with.
CREATE TABLE idempotency (
    key     TEXT PRIMARY KEY,
    receipt TEXT NOT NULL REFERENCES receipt (code)
) STRICT, WITHOUT ROWID;
