-- How far each language of each item is, and since when, kept at each save: a board counts and walks no items.
CREATE TABLE item_standing (
    item             INTEGER NOT NULL REFERENCES item (id),
    language         TEXT NOT NULL CHECK (language IN ('ar', 'zgh', 'fr', 'en')),
    changed_version  INTEGER NOT NULL,
    approved_version INTEGER NOT NULL,
    complete         INTEGER NOT NULL CHECK (complete IN (0, 1)),
    district         TEXT NOT NULL,     -- Of the item, as is its kind.
    kind             TEXT NOT NULL,
    status           TEXT NOT NULL CHECK (status IN ('missing', 'proposed', 'stale', 'approved')),
    since_ms         INTEGER NOT NULL,  -- Of a gap: when it opened.
    counts           INTEGER NOT NULL CHECK (counts IN (0, 1)),  -- 0: archived or expired.
    PRIMARY KEY (item, language)
) STRICT, WITHOUT ROWID;

-- Since when is nowhere written of what is here already. What was never written has been missing since the first
-- revision, and every other gap was there at the latest when the original last changed.
INSERT INTO item_standing
SELECT own.item, own.language, own.changed_version, own.approved_version, own.complete, item.district, item.kind,
       CASE WHEN own.complete = 0 THEN 'missing'
            WHEN max(own.changed_version, own.approved_version) < original.changed_version THEN 'stale'
            WHEN own.approved_version >= own.changed_version THEN 'approved'
            ELSE 'proposed' END,
       (SELECT made_at_ms FROM revision
        WHERE revision.item = own.item
          AND version = CASE WHEN own.changed_version = 0 THEN 1
                             WHEN own.complete = 0 THEN max(original.changed_version, 1)
                             WHEN max(own.changed_version, own.approved_version) < original.changed_version
                                 THEN original.changed_version
                             ELSE max(own.changed_version, own.approved_version) END),
       item.state NOT IN ('archived', 'expired')
FROM item_language AS own
JOIN item ON item.id = own.item
JOIN item_language AS original ON original.item = own.item AND original.language = item.original;

DROP TABLE item_language;
ALTER TABLE item_standing RENAME TO item_language;

CREATE INDEX gap_of_language ON item_language (district, language, status, since_ms, item)
    WHERE counts = 1 AND status <> 'approved';
CREATE INDEX gap_of_kind ON item_language (district, kind, language, status, since_ms, item)
    WHERE counts = 1 AND status <> 'approved';

CREATE TABLE parity_count (
    district TEXT NOT NULL,
    kind     TEXT NOT NULL,
    language TEXT NOT NULL,
    status   TEXT NOT NULL,
    items    INTEGER NOT NULL CHECK (items >= 0),
    PRIMARY KEY (district, kind, language, status)
) STRICT, WITHOUT ROWID;

INSERT INTO parity_count
SELECT district, kind, language, status, count(*) FROM item_language WHERE counts = 1
GROUP BY district, kind, language, status;

CREATE TRIGGER parity_begins AFTER INSERT ON item_language WHEN NEW.counts = 1
BEGIN
    INSERT INTO parity_count VALUES (NEW.district, NEW.kind, NEW.language, NEW.status, 1)
    ON CONFLICT (district, kind, language, status) DO UPDATE SET items = items + 1;
END;
CREATE TRIGGER parity_changes AFTER UPDATE OF status, counts ON item_language
WHEN OLD.status <> NEW.status OR OLD.counts <> NEW.counts
BEGIN
    UPDATE parity_count SET items = items - OLD.counts
    WHERE district = OLD.district AND kind = OLD.kind AND language = OLD.language AND status = OLD.status;
    INSERT INTO parity_count VALUES (NEW.district, NEW.kind, NEW.language, NEW.status, NEW.counts)
    ON CONFLICT (district, kind, language, status) DO UPDATE SET items = items + NEW.counts;
END;
