-- 2,000 members. Every one has the demo password 'shop-demo': PBKDF2-HMAC-SHA256, 20,000 rounds, and
-- one salt for all, because computing 2,000 of them would cost the start ten seconds.
CREATE TABLE member (
  id            bigint PRIMARY KEY,
  login         text   NOT NULL UNIQUE,
  name          text   NOT NULL,
  grade         text   NOT NULL,
  password_salt bytea  NOT NULL,
  password_hash bytea  NOT NULL
);

INSERT INTO member
SELECT n,
       'member' || lpad(n::text, 4, '0'),
       (ARRAY['김','이','박','최','정','강','조','윤','장','임'])[1 + n % 10]
         || (ARRAY['서연','민준','지우','하은','도윤','수아','예준','지호','은서','현우','나래'])[1 + n % 11],
       (ARRAY['일반','일반','일반','우수','최우수'])[1 + n % 5],
       decode('73686f702d64656d6f2d73616c740001', 'hex'),
       decode('2290a970314963d39690addb5eded37b7189b075452744c2ac4b5237c11ce469', 'hex')
FROM generate_series(1::bigint, 2000) AS n;

ANALYZE;
