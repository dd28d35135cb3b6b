package io.opencop.shop.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopPostgresTest {
  private static final Path BINARIES = Path.of("../target/shop/postgres");

  @TempDir static Path folder;
  private static ShopPostgres postgres;

  @BeforeAll
  static void start() throws Exception {
    postgres = ShopPostgres.start(BINARIES, folder, List.of(ShopDatabase.values()));
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  @Test
  void productsHaveNamesInBothLanguagesAndNoTwoAreAlike() throws Exception {
    assertThat(one(ShopDatabase.CATALOG, "SELECT count(DISTINCT name_ko) FROM product"))
        .isEqualTo("200");
    assertThat(one(ShopDatabase.CATALOG, "SELECT count(DISTINCT name_en) FROM product"))
        .isEqualTo("200");
    assertThat(one(ShopDatabase.CATALOG, "SELECT name_ko FROM product WHERE id = 13"))
        .isEqualTo("한라 제주 감귤 5kg");
  }

  @Test
  void reviewsOfAProductAreFoundThroughAnIndexAndByScanningOnceItIsGone() throws Exception {
    String query =
        "EXPLAIN SELECT * FROM review WHERE product_id = 7 ORDER BY written_at DESC LIMIT 5";
    assertThat(one(ShopDatabase.CATALOG, query)).doesNotContain("Sort");
    try (Connection connection = postgres.connect(ShopDatabase.CATALOG);
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute("DROP INDEX review_product_written_idx");
      ResultSet plan = sql.executeQuery(query);
      StringBuilder lines = new StringBuilder();
      while (plan.next()) {
        lines.append(plan.getString(1)).append('\n');
      }
      assertThat(lines).contains("Seq Scan on review");
      connection.rollback();
    }
  }

  @Test
  void nobodyEntersWithoutThePassword() {
    String url = postgres.jdbcUrl(ShopDatabase.ORDER, "127.0.0.1");
    assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guess").close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password");
    assertThatThrownBy(() -> DriverManager.getConnection(url, ShopPostgres.USER, "").close())
        .isInstanceOf(SQLException.class);
  }

  private static String one(ShopDatabase database, String query) throws SQLException {
    try (Connection connection = postgres.connect(database);
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
