-- What people ask of the courts, service by service: found without reading everything that was ever said.
CREATE INDEX contribution_need ON contribution (district, service, id)
    WHERE published_on IS NOT NULL AND kind IN ('suggestion', 'other-paper');

-- Of ratings, which are never changed, running totals: 'ratings', 'worded', 'asking' (with any reason), each reason.
CREATE TABLE rating_tally (
    district TEXT NOT NULL,
    service  TEXT NOT NULL,
    what     TEXT NOT NULL,
    count    INTEGER NOT NULL,
    PRIMARY KEY (district, service, what)
) STRICT, WITHOUT ROWID;

INSERT INTO rating_tally SELECT district, service, 'ratings', count(*) FROM rating GROUP BY district, service;
INSERT INTO rating_tally SELECT district, service, 'worded', count(*) FROM rating WHERE text <> ''
    GROUP BY district, service;
INSERT INTO rating_tally SELECT district, service, 'asking', count(DISTINCT rating.receipt)
    FROM rating JOIN rating_reason ON rating_reason.receipt = rating.receipt GROUP BY district, service;
INSERT INTO rating_tally SELECT district, service, reason, count(*)
    FROM rating JOIN rating_reason ON rating_reason.receipt = rating.receipt GROUP BY district, service, reason;

CREATE TRIGGER rating_is_tallied AFTER INSERT ON rating
BEGIN
    INSERT INTO rating_tally VALUES (NEW.district, NEW.service, 'ratings', 1)
        ON CONFLICT (district, service, what) DO UPDATE SET count = count + 1;
    INSERT INTO rating_tally SELECT NEW.district, NEW.service, 'worded', 1 WHERE NEW.text <> ''
        ON CONFLICT (district, service, what) DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER rating_reason_is_tallied AFTER INSERT ON rating_reason
BEGIN
    INSERT INTO rating_tally SELECT district, service, NEW.reason, 1 FROM rating WHERE receipt = NEW.receipt
        ON CONFLICT (district, service, what) DO UPDATE SET count = count + 1;
    INSERT INTO rating_tally SELECT district, service, 'asking', 1 FROM rating WHERE receipt = NEW.receipt
        AND (SELECT count(*) FROM rating_reason WHERE receipt = NEW.receipt) = 1
        ON CONFLICT (district, service, what) DO UPDATE SET count = count + 1;
END;

-- What the author of a contribution says of an answer, once for each answer. No two columns are called as those of a step.
CREATE TABLE contribution_verdict (
    contribution  INTEGER NOT NULL REFERENCES contribution (id),
    judged_step   INTEGER NOT NULL,  -- That gave the answer.
    of_district   TEXT NOT NULL,
    helped        INTEGER NOT NULL CHECK (helped IN (0, 1)),
    verdict_words TEXT NOT NULL,     -- Masked.
    words_public  INTEGER NOT NULL CHECK (words_public IN (0, 1)),
    verdict_at_ms INTEGER NOT NULL,
    verdict_on    TEXT NOT NULL,
    PRIMARY KEY (contribution, judged_step)
) STRICT, WITHOUT ROWID;
CREATE INDEX contribution_verdict_district ON contribution_verdict (of_district, helped);

-- One line for each step of each contribution, in the transaction that takes it: what indicators are counted from. There
-- is no column for words, a receipt or a person. `definitions_version` says by which definitions it was written; other
-- definitions are another trigger.
CREATE TABLE voice_event (
    id                  INTEGER PRIMARY KEY,
    definitions_version INTEGER NOT NULL,
    at_ms               INTEGER NOT NULL,
    on_day              TEXT NOT NULL,  -- In Morocco.
    contribution        INTEGER NOT NULL,
    district            TEXT NOT NULL,
    service             TEXT NOT NULL,
    kind                TEXT NOT NULL,
    step                TEXT NOT NULL,
    from_state          TEXT NOT NULL,
    to_state            TEXT NOT NULL,
    by_whom             TEXT NOT NULL CHECK (by_whom IN ('rules', 'author', 'staff')),
    outcome             TEXT            -- That was given; a refusal with the second reader's agreement.
) STRICT;
CREATE INDEX voice_event_time ON voice_event (at_ms, id);

INSERT INTO voice_event (definitions_version, at_ms, on_day, contribution, district, service, kind, step, from_state,
    to_state, by_whom, outcome)
    SELECT 1, at_ms, on_day, contribution, district, service, kind, step, from_state, to_state,
        CASE WHEN role IN ('rules', 'author') THEN role ELSE 'staff' END,
        CASE step WHEN 'draft-refusal' THEN NULL WHEN 'agree' THEN 'refused' ELSE outcome END
    FROM contribution_step JOIN contribution ON contribution.id = contribution_step.contribution
    ORDER BY at_ms, contribution, number;

CREATE TRIGGER contribution_step_is_logged AFTER INSERT ON contribution_step
BEGIN
    INSERT INTO voice_event (definitions_version, at_ms, on_day, contribution, district, service, kind, step,
        from_state, to_state, by_whom, outcome)
        SELECT 1, NEW.at_ms, NEW.on_day, NEW.contribution, district, service, kind, NEW.step, NEW.from_state,
            NEW.to_state, CASE WHEN NEW.role IN ('rules', 'author') THEN NEW.role ELSE 'staff' END,
            CASE NEW.step WHEN 'draft-refusal' THEN NULL WHEN 'agree' THEN 'refused' ELSE NEW.outcome END
        FROM contribution WHERE id = NEW.contribution;
END;

CREATE TRIGGER voice_event_stays BEFORE UPDATE ON voice_event
BEGIN
    SELECT RAISE(ABORT, 'the event log is append-only');
END;

CREATE TRIGGER voice_event_remains BEFORE DELETE ON voice_event
BEGIN
    SELECT RAISE(ABORT, 'the event log is append-only');
END;
