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
