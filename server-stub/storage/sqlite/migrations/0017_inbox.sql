-- What an inbox asks for stands in its index: kind, service and term are compared before a text is read.
CREATE INDEX contribution_inbox ON contribution (district, state, id, kind, service, term);
DROP INDEX contribution_state;

-- Who of the desk takes care of it: never public. It goes with the account, and when that has another role or district.
CREATE TABLE contribution_assignment (
    contribution   INTEGER PRIMARY KEY REFERENCES contribution (id),
    account        INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    assigned_by    INTEGER NOT NULL,  -- An account, which may be gone.
    assigned_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX contribution_assignment_account ON contribution_assignment (account);

CREATE TRIGGER assignment_goes_with_role AFTER UPDATE OF role, district ON account
    WHEN NEW.role <> OLD.role OR NEW.district <> OLD.district
BEGIN
    DELETE FROM contribution_assignment WHERE account = NEW.id;
END;
