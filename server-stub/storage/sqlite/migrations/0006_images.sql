-- The pictures that courts show, made anew by us of what was sent. Each court has its own copy, so that what one takes
-- away another keeps.
CREATE TABLE image (
    hash        TEXT NOT NULL CHECK (length(hash) = 64),  -- BLAKE2b of the bytes.
    district    TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('image/jpeg', 'image/png')),
    width       INTEGER NOT NULL CHECK (width BETWEEN 1 AND 1600),
    height      INTEGER NOT NULL CHECK (height BETWEEN 1 AND 1600),
    text        TEXT NOT NULL,  -- What it shows; empty where that was not said with it.
    language    TEXT NOT NULL CHECK (language IN ('ar', 'zgh', 'fr', 'en')),  -- Of the text.
    added_at_ms INTEGER NOT NULL,
    bytes       BLOB NOT NULL,
    PRIMARY KEY (hash, district)
) STRICT;

CREATE INDEX image_district ON image (district, added_at_ms);
