CREATE TABLE IF NOT EXISTS sales_days (
    vendor     VARCHAR(20) NOT NULL,
    report_day DATE        NOT NULL,
    row_count  INTEGER     NOT NULL,
    PRIMARY KEY (vendor, report_day)
);

CREATE TABLE IF NOT EXISTS sales (
    vendor     VARCHAR(20) NOT NULL,
    report_day DATE        NOT NULL,
    line       INTEGER     NOT NULL,
    sku        VARCHAR(255),
    title      VARCHAR(1000),
    units      NUMERIC(18, 4),
    country    VARCHAR(2),
    proceeds   NUMERIC(18, 6),
    currency   VARCHAR(3),
    PRIMARY KEY (vendor, report_day, line)
);

CREATE TABLE IF NOT EXISTS events (
    id          VARCHAR(100)             NOT NULL PRIMARY KEY,
    received_at TIMESTAMP WITH TIME ZONE NOT NULL,
    type        VARCHAR(100),
    instance    VARCHAR(100)
);
