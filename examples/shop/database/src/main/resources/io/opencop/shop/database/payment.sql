CREATE TABLE payment (
  id                uuid PRIMARY KEY,
  order_id          uuid        NOT NULL UNIQUE,
  method            text        NOT NULL,
  amount            int         NOT NULL,
  status            text        NOT NULL,
  gateway_reference text        NOT NULL,
  approved_at       timestamptz NOT NULL DEFAULT now()
);
