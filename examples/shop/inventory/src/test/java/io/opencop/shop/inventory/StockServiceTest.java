package io.opencop.shop.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opencop.shop.common.Flags;
import io.opencop.shop.database.ShopDatabase;
import io.opencop.shop.database.ShopPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Stock on the real database. */
class StockServiceTest {
  private static final Path BINARIES = Path.of("../target/shop/postgres");

  @TempDir static Path folder;
  private static ShopPostgres postgres;
  private static SingleConnectionDataSource source;
  private static StockRepository stock;
  private final Flags flags = new Flags("");
  private final StockService service = new StockService(stock, flags);

  @BeforeAll
  static void start() throws Exception {
    postgres = ShopPostgres.start(BINARIES, folder.resolve("pg"), List.of(ShopDatabase.INVENTORY));
    source = new SingleConnectionDataSource(postgres.connect(ShopDatabase.INVENTORY), true);
    stock = new StockRepository(JdbcClient.create(source));
  }

  @AfterAll
  static void stop() throws Exception {
    source.destroy();
    postgres.close();
  }

  @Test
  void whatIsReservedIsGoneAndWhatIsCancelledIsBack() {
    int before = onHand(5);
    var order = new Reservation(UUID.randomUUID(), List.of(new OrderLine(5, 3)));
    service.reserve(order);
    assertThat(onHand(5)).isEqualTo(before - 3);
    service.cancel(order);
    assertThat(onHand(5)).isEqualTo(before);
  }

  @Test
  void nobodyGetsMoreThanThereIs() {
    var order = new Reservation(UUID.randomUUID(), List.of(new OrderLine(6, onHand(6) + 1)));
    assertThatThrownBy(() -> service.reserve(order)).isInstanceOf(OutOfStockException.class);
  }

  @Test
  void aMessageDeliveredTwiceShipsOnce() {
    UUID order = UUID.randomUUID();
    assertThat(stock.ship(order, 2)).isTrue();
    assertThat(stock.ship(order, 2)).isFalse();
  }

  @Test
  void anEmptyShelfIsFilledUp() {
    assertThat(stock.take(9, onHand(9))).isTrue();
    assertThat(stock.refill()).isPositive();
    assertThat(onHand(9)).isEqualTo(600);
  }

  @Test
  void aFlagIsSeenWithinSecondsOfItsFile() throws Exception {
    Path file = folder.resolve("inventory.properties");
    Flags watched = new Flags(file.toString());
    assertThat(watched.isOn("strict-stock-count")).isFalse();
    Files.writeString(file, "strict-stock-count=true\n");
    while (!watched.isOn("strict-stock-count")) {
      Thread.sleep(50);
    }
    assertThat(watched.isOn("another")).isFalse();
    watched.destroy();
  }

  private int onHand(long product) {
    return service.level(product).orElseThrow().onHand();
  }
}
