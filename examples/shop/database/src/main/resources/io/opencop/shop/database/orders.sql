CREATE TABLE orders (
  id         uuid PRIMARY KEY,
  member_id  bigint      NOT NULL,
  ordered_at timestamptz NOT NULL,
  status     text        NOT NULL,
  total      int         NOT NULL
);

CREATE TABLE order_line (
  order_id     uuid   NOT NULL,
  line_no      int    NOT NULL,
  product_id   bigint NOT NULL,
  product_name text   NOT NULL,
  quantity     int    NOT NULL,
  unit_price   int    NOT NULL
);

INSERT INTO orders
SELECT md5('order' || n)::uuid, 1 + (n * 7919) % 2000, now() - make_interval(secs => n * 431), 'DELIVERED', 20000 + (n * 37 % 90) * 1000
FROM generate_series(1::bigint, 60000) AS n;

INSERT INTO order_line
SELECT md5('order' || n)::uuid, l, 1 + (n * 13 + l * 7) % 200, '지난 주문 상품', 1 + n % 3, 10000 + (n * 37 % 90) * 500
FROM generate_series(1::bigint, 60000) AS n CROSS JOIN generate_series(1, 3) AS l;

CREATE INDEX orders_member_ordered_idx ON orders (member_id, ordered_at DESC);
CREATE UNIQUE INDEX order_line_order_idx ON order_line (order_id, line_no);

ANALYZE;
