-- What moderation did is counted from the log of events: each line says, too, why a moderator declined or redacted.
ALTER TABLE voice_event ADD COLUMN reason TEXT;

DROP TRIGGER voice_event_stays;
UPDATE voice_event SET reason =
    (SELECT taken.reason FROM contribution_step AS taken
     WHERE taken.contribution = voice_event.contribution AND taken.step = voice_event.step
       AND taken.at_ms = voice_event.at_ms AND taken.reason IS NOT NULL)
    WHERE step IN ('decline', 'redact');
CREATE TRIGGER voice_event_stays BEFORE UPDATE ON voice_event
BEGIN
    SELECT RAISE(ABORT, 'the event log is append-only');
END;

DROP TRIGGER contribution_step_is_logged;
CREATE TRIGGER contribution_step_is_logged AFTER INSERT ON contribution_step
BEGIN
    INSERT INTO voice_event (definitions_version, at_ms, on_day, contribution, district, service, kind, step,
        from_state, to_state, by_whom, outcome, reason)
        SELECT 1, NEW.at_ms, NEW.on_day, NEW.contribution, district, service, kind, NEW.step, NEW.from_state,
            NEW.to_state, CASE WHEN NEW.role IN ('rules', 'author') THEN NEW.role ELSE 'staff' END,
            CASE NEW.step WHEN 'draft-refusal' THEN NULL WHEN 'agree' THEN 'refused' ELSE NEW.outcome END, NEW.reason
        FROM contribution WHERE id = NEW.contribution;
END;

CREATE INDEX voice_event_moderation ON voice_event (district, on_day)
    WHERE step IN ('hold', 'publish', 'refer', 'decline', 'appeal', 'overturn', 'redact');

-- What its author corrected it to is its text; what it was is kept for a year, for who judges it.
ALTER TABLE contribution ADD COLUMN corrected_on TEXT;
CREATE TABLE contribution_revision (
    contribution INTEGER NOT NULL REFERENCES contribution (id),
    number       INTEGER NOT NULL,  -- The step that corrected it.
    was_text     TEXT NOT NULL,     -- Masked.
    remove_on    TEXT NOT NULL,
    PRIMARY KEY (contribution, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX contribution_revision_day ON contribution_revision (remove_on);

-- Which contributions an account keeps as its own: who has shown their secret number. They outlive the account.
CREATE TABLE own_contribution (
    account      INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    contribution INTEGER NOT NULL REFERENCES contribution (id),
    PRIMARY KEY (account, contribution)
) STRICT, WITHOUT ROWID;
