-- Questions, guides and documents stand in one list of their district: their slugs are of one family. Of those that had
-- one slug before, the oldest keeps it; the others get their number, twice where somebody chose just that.
WITH later AS (
    SELECT id, district, rtrim(substr(slug, 1, 63 - length(id)), '-') || '-' || id AS once,
           rtrim(substr(slug, 1, 62 - 2 * length(id)), '-') || '-' || id || '-' || id AS twice
    FROM item
    WHERE kind IN ('question', 'guide', 'document')
      AND EXISTS (SELECT 1 FROM item AS older
                  WHERE older.district = item.district AND older.slug = item.slug AND older.id < item.id
                    AND older.kind IN ('question', 'guide', 'document'))
)
UPDATE item SET slug = CASE WHEN EXISTS (SELECT 1 FROM item AS other
                                         WHERE other.district = later.district AND other.slug = later.once)
                            THEN later.twice ELSE later.once END
FROM later WHERE later.id = item.id;
CREATE UNIQUE INDEX item_help_slug ON item (district, slug) WHERE kind IN ('question', 'guide', 'document');
