CREATE TABLE category (
  id      int  PRIMARY KEY,
  name_ko text NOT NULL,
  name_en text NOT NULL
);
INSERT INTO category VALUES
  (1, '디지털', 'Digital'), (2, '주방', 'Kitchen'), (3, '생활', 'Living'), (4, '식품', 'Food'), (5, '스포츠', 'Sports');

CREATE TABLE product (
  id          bigint PRIMARY KEY,
  category_id int    NOT NULL REFERENCES category,
  name_ko     text   NOT NULL,
  name_en     text   NOT NULL,
  price       int    NOT NULL CHECK (price > 0)
);

-- 10 makers x 20 goods = 200 products; ids go round the goods first, so a category holds 40.
INSERT INTO product
SELECT (m.no - 1) * 20 + g.no, g.category_id, m.ko || ' ' || g.ko, m.en || ' ' || g.en,
       round(g.price * (80 + m.no * 5) / 100.0, -2)::int
FROM (VALUES
  (1, '한라', 'Halla'), (2, '누리', 'Nuri'), (3, '다온', 'Daon'), (4, '가람', 'Garam'), (5, '새벽', 'Saebyeok'),
  (6, '온새미', 'Onsaemi'), (7, '미르', 'Mir'), (8, '라온', 'Raon'), (9, '아라', 'Ara'), (10, '해솔', 'Haesol')
) AS m (no, ko, en)
CROSS JOIN (VALUES
  (1, 1, '무선 이어폰', 'wireless earbuds', 89000), (2, 1, '기계식 키보드', 'mechanical keyboard', 129000),
  (3, 1, '휴대용 충전기', 'power bank', 39000), (4, 1, '블루투스 스피커', 'Bluetooth speaker', 69000),
  (5, 2, '전기 주전자', 'electric kettle', 45000), (6, 2, '무쇠 솥', 'cast-iron pot', 98000),
  (7, 2, '식도', 'chef''s knife', 57000), (8, 2, '도자기 그릇 세트', 'ceramic bowl set', 62000),
  (9, 3, '가습기', 'humidifier', 74000), (10, 3, '면 수건 10장', 'cotton towels, pack of 10', 28000),
  (11, 3, '메모리폼 베개', 'memory-foam pillow', 41000), (12, 3, 'LED 스탠드', 'LED desk lamp', 36000),
  (13, 4, '제주 감귤 5kg', 'Jeju mandarins 5 kg', 24000), (14, 4, '햅쌀 10kg', 'new-crop rice 10 kg', 38000),
  (15, 4, '포기김치 3kg', 'whole-cabbage kimchi 3 kg', 31000), (16, 4, '유자차', 'citron tea', 15000),
  (17, 5, '요가 매트', 'yoga mat', 33000), (18, 5, '등산 배낭', 'hiking backpack', 119000),
  (19, 5, '러닝화', 'running shoes', 109000), (20, 5, '배드민턴 라켓', 'badminton racket', 54000)
) AS g (no, category_id, ko, en, price);

CREATE INDEX product_category_idx ON product (category_id);

CREATE TABLE review (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  product_id bigint      NOT NULL,
  member_id  bigint      NOT NULL,
  rating     smallint    NOT NULL CHECK (rating BETWEEN 1 AND 5),
  body       text        NOT NULL,
  written_at timestamptz NOT NULL
);

INSERT INTO review (product_id, member_id, rating, body, written_at)
SELECT 1 + (n * 7919) % 200, 1 + (n * 104729) % 2000, 1 + (n * 31) % 5,
       (ARRAY['배송이 빠르고 포장도 꼼꼼했어요.', '가격 대비 품질이 좋습니다. 재구매할게요.', 'Works well, exactly as described.',
              '색상이 사진과 조금 다르지만 만족합니다.', '생각보다 작아서 아쉬워요.', '선물했는데 아주 좋아하십니다.',
              'Arrived a day late, but the quality is great.'])[1 + n % 7] || ' (' || n || ')',
       now() - make_interval(secs => n * 97)
FROM generate_series(1::bigint, 500000) AS n;

CREATE INDEX review_product_written_idx ON review (product_id, written_at DESC);

-- Kept by the nightly batch; what a list page shows beside each product.
CREATE TABLE review_summary (
  product_id bigint PRIMARY KEY,
  reviews    int           NOT NULL,
  rating     numeric(3, 2) NOT NULL
);
INSERT INTO review_summary SELECT product_id, count(*), avg(rating) FROM review GROUP BY product_id;

ANALYZE;
