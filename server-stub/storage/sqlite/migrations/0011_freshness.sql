-- Which facts of which text grow old: who last verified each, and until when it holds.
CREATE TABLE item_fact (
    item        INTEGER NOT NULL REFERENCES item (id),
    path        TEXT NOT NULL,     -- Without a language.
    district    TEXT NOT NULL,     -- Of the item.
    verified_on TEXT NOT NULL,     -- Days of the calendar of Morocco: 2026-11-22.
    holds_until TEXT NOT NULL,     -- The last day on which it holds.
    account     INTEGER NOT NULL,  -- 0: the seed.
    role        TEXT NOT NULL,
    counts      INTEGER NOT NULL CHECK (counts IN (0, 1)),  -- 0: the item is archived or has expired.
    PRIMARY KEY (item, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_due ON item_fact (district, holds_until, item, path) WHERE counts = 1;

-- What each version that is the newest or public says: who wrote it has verified it that day, or on the day that its
-- sheet names, where that is earlier.
CREATE TABLE aging_fact AS
WITH aging (kind, pattern, is_localized, days) AS (
    VALUES ('sheet', 'papers/*/text', 1, 183), ('sheet', 'papers/*/copies', 0, 183), ('sheet', 'fee', 1, 183),
           ('sheet', 'delay', 1, 183), ('sheet', 'where', 1, 92), ('sheet', 'appeal', 1, 183),
           ('court', 'address', 1, 183), ('court', 'access/*/text', 1, 183), ('court', 'contacts/*/text', 1, 92)),
said AS (
    SELECT revision.item, revision.version, revision.account, revision.role, revision.content,
           json_extract(revision.content, '$.original') AS original,
           date(revision.made_at_ms / 1000, 'unixepoch') AS made_on,
           coalesce(json_extract(revision.content, '$."last-checked"'), '9999-12-31') AS checked_on
    FROM item JOIN revision ON revision.item = item.id AND revision.version IN (item.version, item.published_version)
    WHERE item.kind IN ('sheet', 'court'))
SELECT said.item, said.version, said.account, said.role, aging.days, min(said.checked_on, said.made_on) AS verified_on,
       CASE aging.is_localized WHEN 1 THEN substr(field.key, 1, length(field.key) - length(said.original) - 1)
                               ELSE field.key END AS path
FROM said JOIN item ON item.id = said.item
JOIN json_each(said.content) AS field
JOIN aging ON aging.kind = item.kind
          AND field.key GLOB aging.pattern || CASE aging.is_localized WHEN 1 THEN '/' || said.original ELSE '' END;

INSERT INTO item_fact
SELECT item.id, path, district, verified_on, date(verified_on, '+' || days || ' days'), aging_fact.account,
       aging_fact.role, state NOT IN ('archived', 'expired')
FROM item JOIN aging_fact ON aging_fact.item = item.id AND aging_fact.version = item.version;

-- The same of what is public, which a newer draft may have left behind.
CREATE TABLE public_fact (
    item        INTEGER NOT NULL REFERENCES item (id),
    path        TEXT NOT NULL,
    verified_on TEXT NOT NULL,
    holds_until TEXT NOT NULL,
    account     INTEGER NOT NULL,
    role        TEXT NOT NULL,
    PRIMARY KEY (item, path)
) STRICT, WITHOUT ROWID;

INSERT INTO public_fact
SELECT item.id, path, verified_on, date(verified_on, '+' || days || ' days'), aging_fact.account, aging_fact.role
FROM item JOIN aging_fact ON aging_fact.item = item.id AND aging_fact.version = item.published_version;
DROP TABLE aging_fact;

-- When the next fact of what is public is out of date; what came with the seed was verified by nobody.
ALTER TABLE item ADD COLUMN marks_at_ms INTEGER;
CREATE INDEX item_to_mark ON item (marks_at_ms) WHERE marks_at_ms IS NOT NULL;
UPDATE item SET marks_at_ms = 0 WHERE id IN (SELECT item FROM public_fact WHERE account <> 0);

-- How much of a district ends to hold on which day.
CREATE TABLE duty_count (
    district    TEXT NOT NULL,
    holds_until TEXT NOT NULL,
    facts       INTEGER NOT NULL CHECK (facts >= 0),
    PRIMARY KEY (district, holds_until)
) STRICT, WITHOUT ROWID;

INSERT INTO duty_count SELECT district, holds_until, count(*) FROM item_fact WHERE counts = 1
GROUP BY district, holds_until;

CREATE TRIGGER duty_begins AFTER INSERT ON item_fact WHEN NEW.counts = 1
BEGIN
    INSERT INTO duty_count VALUES (NEW.district, NEW.holds_until, 1)
    ON CONFLICT (district, holds_until) DO UPDATE SET facts = facts + 1;
END;
CREATE TRIGGER duty_ends AFTER DELETE ON item_fact WHEN OLD.counts = 1
BEGIN
    UPDATE duty_count SET facts = facts - 1 WHERE district = OLD.district AND holds_until = OLD.holds_until;
    DELETE FROM duty_count WHERE district = OLD.district AND holds_until = OLD.holds_until AND facts = 0;
END;

-- What the seed published, and no desk since, is said to be a sample.
UPDATE content SET body = json_set(body, '$.sample', json('true')), summary = json_set(summary, '$.sample', json('true'))
WHERE address IN (
    SELECT '/api/v1/districts/' || item.district || '/' ||
           CASE item.kind WHEN 'article' THEN 'news' WHEN 'activity' THEN 'activities' ELSE 'programmes' END || '/' ||
           item.slug
    FROM item JOIN revision ON revision.item = item.id AND revision.version = item.published_version
    WHERE revision.role = 'seed' AND item.kind IN ('article', 'activity', 'programme'));
