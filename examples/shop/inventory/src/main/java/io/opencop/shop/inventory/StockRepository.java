package io.opencop.shop.inventory;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StockRepository {
  private final JdbcClient jdbc;

  StockRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<StockLevel> level(long productId) {
    return jdbc.sql("SELECT product_id, on_hand FROM stock WHERE product_id = :product")
        .param("product", productId)
        .query(StockLevel.class)
        .list();
  }

  /** Takes goods off the shelf, or nothing when there are too few. */
  boolean take(long productId, int quantity) {
    int changed =
        jdbc.sql(
                "UPDATE stock SET on_hand = on_hand - :quantity"
                    + " WHERE product_id = :product AND on_hand >= :quantity")
            .param("quantity", quantity)
            .param("product", productId)
            .update();
    return changed == 1;
  }

  void putBack(long productId, int quantity) {
    jdbc.sql("UPDATE stock SET on_hand = on_hand + :quantity WHERE product_id = :product")
        .param("quantity", quantity)
        .param("product", productId)
        .update();
  }

  void record(long productId, int delta, String reason) {
    jdbc.sql(
            "INSERT INTO stock_movement (product_id, warehouse_id, delta, reason)"
                + " VALUES (:product, 1, :delta, :reason)")
        .param("product", productId)
        .param("delta", delta)
        .param("reason", reason)
        .update();
  }

  /** False when the shipment was there already: a message may be delivered twice. */
  boolean ship(UUID orderId, int lines) {
    int inserted =
        jdbc.sql(
                "INSERT INTO shipment (order_id, lines) VALUES (:order, :lines)"
                    + " ON CONFLICT DO NOTHING")
            .param("order", orderId)
            .param("lines", lines)
            .update();
    return inserted == 1;
  }

  /** How many products were nearly gone and have been filled up. */
  int refill() {
    return jdbc.sql("UPDATE stock SET on_hand = on_hand + 600 WHERE on_hand < 100").update();
  }

  /** Makes the caller the only one to count this warehouse until its transaction ends. */
  void lockWarehouse() {
    jdbc.sql("SELECT name FROM warehouse WHERE id = 1 FOR UPDATE").query(String.class).single();
  }

  /** The balance of all movements there ever were. */
  long count() {
    return jdbc.sql("SELECT coalesce(sum(delta), 0) FROM stock_movement WHERE warehouse_id = 1")
        .query(Long.class)
        .single();
  }
}
