package io.opencop.shop.storefront;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MemberRepository {
  /** A member with what is needed to check a password. */
  record Account(
      long id, String login, String name, String grade, byte[] passwordSalt, byte[] passwordHash) {
    Member member() {
      return new Member(id, login, name, grade);
    }
  }

  private final JdbcClient jdbc;

  MemberRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Account> find(String login) {
    return jdbc.sql(
            "SELECT id, login, name, grade, password_salt, password_hash FROM member"
                + " WHERE login = :login")
        .param("login", login)
        .query((row, n) ->
            new Account(
                row.getLong("id"),
                row.getString("login"),
                row.getString("name"),
                row.getString("grade"),
                row.getBytes("password_salt"),
                row.getBytes("password_hash")))
        .optional();
  }
}
