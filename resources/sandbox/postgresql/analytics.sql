-- SPDX-FileCopyrightText: 2026 The Headgate authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The second database of the first PostgreSQL service: what visitors of the shop looked at.
CREATE TABLE campaigns (
    id smallint PRIMARY KEY,
    name text NOT NULL,
    budget numeric(12, 2),
    runs daterange NOT NULL
);
INSERT INTO campaigns VALUES
    (1, 'Spring rain', 12000.00, '[2026-03-01,2026-04-15)'),
    (2, 'Dry summer', 30500.50, '[2026-06-01,2026-09-01)'),
    (3, 'Word of mouth', NULL, '[2025-01-01,)');

CREATE TABLE page_views (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    session uuid NOT NULL,
    campaign_id smallint REFERENCES campaigns,
    path text NOT NULL,
    seen_at timestamptz NOT NULL,
    milliseconds integer,
    client inet NOT NULL
);
INSERT INTO page_views (session, campaign_id, path, seen_at, milliseconds, client)
SELECT md5('session ' || n / 6)::uuid,
       nullif(n / 6 % 4, 0),
       (ARRAY['/', '/pumps', '/pumps/solar', '/gates', '/basket', '/checkout'])[1 + n % 6],
       timestamptz '2026-03-02 00:00:00+00' + n * interval '3 minutes 11.5 seconds',
       CASE WHEN n % 10 <> 0 THEN 20 + n * 37 % 900 END,
       ('192.0.2.' || n / 6 % 250)::inet
FROM generate_series(0, 1999) AS n;
