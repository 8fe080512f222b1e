-- Questions, guides and documents stand in one list of their district: their slugs are of one family.
CREATE UNIQUE INDEX item_help_slug ON item (district, slug) WHERE kind IN ('question', 'guide', 'document');
