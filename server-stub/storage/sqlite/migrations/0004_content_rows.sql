-- The public read model. What stood in the old table came from the seed alone and is seeded anew at the next start.
DROP TABLE content;

CREATE TABLE content (
    address  TEXT PRIMARY KEY,  -- Of the JSON interface.
    district TEXT NOT NULL,     -- Its slug; '' is the country.
    section  TEXT NOT NULL,     -- 'news' ...; '' for what stands in no list.
    rank     INTEGER NOT NULL,  -- Lists ascend by it, then by the address.
    summary  TEXT NOT NULL,     -- JSON, as in its list. Before the body, so that a list reads no further.
    body     TEXT NOT NULL      -- JSON
) STRICT;
CREATE INDEX content_in_lists ON content (district, section, rank, address);
