-- SPDX-FileCopyrightText: 2026 The Headgate authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the first PostgreSQL service holds: a shop. The same rows at each start, so that examples stay true.
CREATE TYPE order_status AS ENUM ('new', 'paid', 'shipped', 'returned');

CREATE TABLE customers (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    email varchar(120) NOT NULL UNIQUE,
    country char(2) NOT NULL,
    born date,
    newsletter boolean NOT NULL DEFAULT false,
    tags text[] NOT NULL DEFAULT '{}',
    address jsonb,
    created_at timestamptz NOT NULL
);

CREATE TABLE products (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sku varchar(16) NOT NULL UNIQUE,
    name text NOT NULL,
    price numeric(10, 2) NOT NULL CHECK (price >= 0),
    weight_kg real,
    sizes integer[] NOT NULL DEFAULT '{}',
    attributes jsonb NOT NULL DEFAULT '{}'
);

CREATE TABLE orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id uuid NOT NULL REFERENCES customers,
    status order_status NOT NULL,
    placed_at timestamptz NOT NULL,
    shipped_at timestamptz,
    discount numeric(5, 4),
    note text
);

CREATE TABLE order_items (
    order_id bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
    product_id integer NOT NULL REFERENCES products,
    quantity smallint NOT NULL CHECK (quantity > 0),
    unit_price numeric(10, 2) NOT NULL,
    PRIMARY KEY (order_id, product_id)
);
CREATE INDEX ON orders (customer_id);

INSERT INTO customers
SELECT md5('customer ' || n)::uuid,
       first || ' ' || last,
       lower(first || '.' || last || n || '@example.com'),
       (ARRAY['FI', 'DE', 'FR', 'SE', 'PT'])[1 + n % 5],
       CASE WHEN n % 7 = 0 THEN NULL ELSE date '1960-03-01' + (n * 397 % 15000) END,
       n % 3 = 0,
       CASE n % 4 WHEN 0 THEN '{}'::text[] WHEN 1 THEN '{new}' WHEN 2 THEN '{regular,phone}' ELSE '{vip}' END,
       CASE WHEN n % 6 = 0 THEN NULL
            ELSE jsonb_build_object('street', 'Mill Lane ' || n, 'city', city, 'zip', lpad((n * 7919 % 99999)::text, 5, '0'))
       END,
       timestamptz '2025-01-05 08:30:00+00' + n * interval '2 days 3 hours 7 minutes'
FROM generate_series(1, 80) AS n,
     LATERAL (SELECT (ARRAY['Aino', 'Bruno', 'Clara', 'David', 'Elsa', 'Felix', 'Greta', 'Hugo'])[1 + n % 8] AS first,
                     (ARRAY['Virtanen', 'Moreau', 'Keller', 'Lindgren', 'Silva', 'Weber', 'Niemi'])[1 + n % 7] AS last,
                     (ARRAY['Helsinki', 'Berlin', 'Lyon', 'Uppsala', 'Porto'])[1 + n % 5] AS city) AS names;

INSERT INTO products (sku, name, price, weight_kg, sizes, attributes) VALUES
    ('PUMP-01', 'Hand pump', 129.00, 7.5, '{}', '{"material": "cast iron", "litres_per_minute": 25}'),
    ('PUMP-02', 'Solar pump', 489.90, 11.2, '{}', '{"material": "steel", "litres_per_minute": 60, "watts": 180}'),
    ('HOSE-10', 'Garden hose', 24.50, 2.1, '{13,19,25}', '{"material": "rubber", "length_m": 10}'),
    ('HOSE-25', 'Garden hose, long', 49.00, 4.9, '{13,19,25}', '{"material": "rubber", "length_m": 25}'),
    ('GATE-S', 'Sluice gate, small', 349.00, 18, '{300,400}', '{"material": "galvanised steel"}'),
    ('GATE-L', 'Sluice gate, large', 1249.00, 64, '{800,1000,1200}', '{"material": "galvanised steel", "actuator": {"kind": "spindle"}}'),
    ('METER-A', 'Flow meter', 219.99, 1.3, '{15,20,25}', '{"accuracy_percent": 2, "outputs": ["pulse", "4-20 mA"]}'),
    ('METER-B', 'Level sensor', 159.99, 0.6, '{}', '{"accuracy_percent": 0.5, "outputs": ["RS-485"]}'),
    ('BARREL', 'Rain barrel', 79.00, NULL, '{200,310}', '{"material": "recycled plastic"}'),
    ('FILTER', 'Sand filter', 389.00, 32.4, '{}', '{}'),
    ('VALVE', 'Ball valve', 12.95, 0.35, '{15,20,25,32}', '{"material": "brass"}'),
    ('GIFT', 'Gift card', 50.00, NULL, '{}', '{"digital": true}');

INSERT INTO orders (customer_id, status, placed_at, shipped_at, discount, note)
SELECT md5('customer ' || 1 + n * 31 % 80)::uuid,
       status,
       placed,
       CASE WHEN status IN ('shipped', 'returned') THEN placed + (1 + n % 4) * interval '1 day' + interval '90 minutes' END,
       CASE WHEN n % 9 = 0 THEN 0.1000 WHEN n % 14 = 0 THEN 0.0750 END,
       CASE WHEN n % 11 = 0 THEN 'Leave it at the neighbour''s – ring twice' END
FROM generate_series(1, 400) AS n,
     LATERAL (SELECT (ARRAY['paid', 'shipped', 'shipped', 'new', 'shipped', 'returned'])[1 + n % 6]::order_status AS status,
                     timestamptz '2025-07-01 06:00:00+00' + n * interval '10 hours 13 minutes 20.25 seconds' AS placed) AS o;

INSERT INTO order_items
SELECT o.id, p.id, 1 + (o.id * p.id) % 4, p.price
FROM orders AS o
JOIN products AS p ON (o.id * 7 + p.id * 5) % 6 = 0;

CREATE VIEW order_totals AS
SELECT o.id AS order_id, o.customer_id, o.placed_at,
       sum(i.quantity * i.unit_price * (1 - coalesce(o.discount, 0)))::numeric(12, 2) AS total
FROM orders AS o JOIN order_items AS i ON i.order_id = o.id
GROUP BY o.id;

CREATE SCHEMA crm;
CREATE TABLE crm.contacts (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id uuid NOT NULL REFERENCES public.customers,
    channel text NOT NULL,
    at timestamptz NOT NULL,
    minutes interval,
    summary text NOT NULL
);
INSERT INTO crm.contacts (customer_id, channel, at, minutes, summary)
SELECT md5('customer ' || 1 + n * 13 % 80)::uuid,
       (ARRAY['phone', 'mail', 'chat'])[1 + n % 3],
       timestamptz '2026-01-02 09:00:00+00' + n * interval '7 hours',
       CASE WHEN n % 3 = 0 THEN n % 20 * interval '1 minute' END,
       (ARRAY['Asks for a delivery date', 'Wants an invoice', 'Praises the pump', 'Reports a leak'])[1 + n % 4]
FROM generate_series(1, 60) AS n;
