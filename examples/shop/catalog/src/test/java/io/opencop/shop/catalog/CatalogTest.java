package io.opencop.shop.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opencop.shop.database.ShopDatabase;
import io.opencop.shop.database.ShopPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The catalog's queries on the real database. */
class CatalogTest {
  private static final Path BINARIES = Path.of("../target/shop/postgres");

  @TempDir static Path folder;
  private static ShopPostgres postgres;
  private static SingleConnectionDataSource source;
  private static ProductRepository products;

  @BeforeAll
  static void start() throws Exception {
    postgres = ShopPostgres.start(BINARIES, folder, List.of(ShopDatabase.CATALOG));
    source = new SingleConnectionDataSource(postgres.connect(ShopDatabase.CATALOG), true);
    products = new ProductRepository(JdbcClient.create(source));
  }

  @AfterAll
  static void stop() throws Exception {
    source.destroy();
    postgres.close();
  }

  @Test
  void bothWaysToRateAgree() {
    List<Product> page = products.inCategory(4);
    Map<Long, Rating> batch = new BatchRatings(JdbcClient.create(source)).of(page);
    Map<Long, Rating> live = new LiveRatings(JdbcClient.create(source)).of(page);

    assertThat(page).hasSize(40);
    for (Product product : page) {
      Rating expected = batch.get(product.id());
      assertThat(live.get(product.id()).reviews()).isEqualTo(expected.reviews()).isPositive();
      assertThat(live.get(product.id()).stars()).isCloseTo(expected.stars(), within(0.01));
    }
  }

  @Test
  void searchFindsNamesInBothLanguagesAndTakesWildcardsLiterally() {
    assertThat(products.named("감귤")).hasSize(10);
    assertThat(products.named("KIMCHI")).extracting(Product::nameKo).contains("누리 포기김치 3kg");
    assertThat(products.named("100%")).isEmpty();
    assertThat(products.named("_")).isEmpty();
  }

  @Test
  void aProductHasItsNewestReviews() {
    assertThat(products.newestReviews(7))
        .hasSize(5)
        .isSortedAccordingTo((a, b) -> b.writtenAt().compareTo(a.writtenAt()));
  }

  @Test
  void similarProductsAreTheSameThingOfOtherMakersOrTheSameMakersOthers() {
    Product mandarins = products.find(13).orElseThrow();
    assertThat(new SimilarProducts(products).to(mandarins))
        .hasSize(4)
        .doesNotContain(mandarins)
        .allMatch(p -> p.nameKo().endsWith("제주 감귤 5kg"));
  }

  @Test
  void distancesCountLetters() {
    assertThat(EditDistance.between("kitten", "sitting")).isEqualTo(3);
    assertThat(EditDistance.between("", "감귤")).isEqualTo(2);
  }
}
