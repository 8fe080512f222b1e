-- What tabs report. The server's clock says when; there is no column for an address, a browser or an account.
CREATE TABLE visit_event (
    id       INTEGER PRIMARY KEY,
    time_s   INTEGER NOT NULL,
    portal   TEXT NOT NULL CHECK (length(portal) <= 64),  -- Empty on the national pages.
    channel  TEXT NOT NULL CHECK (channel IN ('web', 'kiosk', 'api')),
    language TEXT NOT NULL CHECK (language IN ('ar', 'zgh', 'fr', 'en')),
    visit    TEXT NOT NULL CHECK (length(visit) = 32),
    screen   TEXT NOT NULL CHECK (length(screen) BETWEEN 1 AND 100),
    type     TEXT NOT NULL CHECK (type IN ('screen', 'active', 'contribution')),
    value    INTEGER NOT NULL
) STRICT;

CREATE INDEX visit_event_time ON visit_event (time_s);

CREATE TRIGGER visit_event_stays BEFORE UPDATE ON visit_event
BEGIN
    SELECT RAISE(ABORT, 'the event log is append-only');
END;

CREATE TRIGGER visit_event_remains BEFORE DELETE ON visit_event
BEGIN
    SELECT RAISE(ABORT, 'the event log is append-only');
END;

-- Numbers only: pages given and requests of robots, by the day in Morocco.
CREATE TABLE day_tally (
    day    TEXT NOT NULL,  -- "2026-11-22"
    portal TEXT NOT NULL,
    what   TEXT NOT NULL CHECK (what IN ('pages', 'robots')),
    count  INTEGER NOT NULL,
    PRIMARY KEY (day, portal, what)
) STRICT, WITHOUT ROWID;

-- Of periods that are over: "2026-11-22" exact, "2026-11" estimated.
CREATE TABLE visitor_count (
    period         TEXT NOT NULL,
    portal         TEXT NOT NULL,
    visitors       INTEGER NOT NULL,
    counted_from_s INTEGER NOT NULL,  -- When the salt was made.
    PRIMARY KEY (period, portal)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER visitor_count_stays BEFORE UPDATE ON visitor_count
BEGIN
    SELECT RAISE(ABORT, 'counts of visitors are not rewritten');
END;

CREATE TRIGGER visitor_count_remains BEFORE DELETE ON visitor_count
BEGIN
    SELECT RAISE(ABORT, 'counts of visitors are not rewritten');
END;
