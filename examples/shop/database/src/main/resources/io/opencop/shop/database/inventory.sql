CREATE TABLE warehouse (
  id         int PRIMARY KEY,
  name       text        NOT NULL,
  counted_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO warehouse (id, name) VALUES (1, '이천 물류센터');

CREATE TABLE stock (
  product_id   bigint PRIMARY KEY,
  warehouse_id int NOT NULL REFERENCES warehouse,
  on_hand      int NOT NULL CHECK (on_hand >= 0)
);
INSERT INTO stock SELECT n, 1, 400 + (n * 7919) % 600 FROM generate_series(1::bigint, 200) AS n;

CREATE TABLE stock_movement (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  product_id   bigint      NOT NULL,
  warehouse_id int         NOT NULL,
  delta        int         NOT NULL,
  reason       text        NOT NULL,
  moved_at     timestamptz NOT NULL DEFAULT now()
);
INSERT INTO stock_movement (product_id, warehouse_id, delta, reason, moved_at)
SELECT 1 + (n * 7919) % 200, 1, CASE WHEN n % 2 = 0 THEN 1 ELSE -1 END, 'history', now() - make_interval(secs => n * 53)
FROM generate_series(1::bigint, 200000) AS n;
CREATE INDEX stock_movement_product_idx ON stock_movement (product_id);

CREATE TABLE shipment (
  order_id   uuid PRIMARY KEY,
  lines      int         NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

ANALYZE;
