package io.opencop.shop.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.shop.database.ShopDatabase;
import io.opencop.shop.database.ShopPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class MembersTest {
  private static final Path BINARIES = Path.of("../target/shop/postgres");

  @TempDir static Path folder;

  @Test
  void aMemberOfTheSeedCanLogInWithTheDemoPasswordAndNoOther() throws Exception {
    try (ShopPostgres postgres =
        ShopPostgres.start(BINARIES, folder, List.of(ShopDatabase.STOREFRONT))) {
      var source = new SingleConnectionDataSource(postgres.connect(ShopDatabase.STOREFRONT), true);
      var members = new MemberRepository(JdbcClient.create(source));
      var account = members.find("member0042").orElseThrow();
      source.destroy();

      assertThat(account.member().name()).isNotBlank();
      assertThat(matches("shop-demo", account)).isTrue();
      assertThat(matches("shop-demos", account)).isFalse();
    }
  }

  private static boolean matches(String password, MemberRepository.Account account) {
    return Passwords.matches(password, account.passwordSalt(), account.passwordHash());
  }
}
