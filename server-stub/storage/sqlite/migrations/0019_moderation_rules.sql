-- What a portal has switched other than all do: names of rules with a space between two. No row, or none of them: as all.
CREATE TABLE moderation_rules (
    district  TEXT PRIMARY KEY,
    changed   TEXT NOT NULL,
    set_by    INTEGER NOT NULL,  -- An account, which may be gone.
    set_at_ms INTEGER NOT NULL
) STRICT;

-- What was seen in a text and held nothing in its portal: names with a space between two.
ALTER TABLE contribution ADD COLUMN noted TEXT NOT NULL DEFAULT '';
