package io.opencop.shop.order;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OrderRepository {
  private final JdbcClient jdbc;

  OrderRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID id, long memberId, int total) {
    jdbc.sql(
            "INSERT INTO orders (id, member_id, ordered_at, status, total)"
                + " VALUES (:id, :member, now(), 'PENDING', :total)")
        .param("id", id)
        .param("member", memberId)
        .param("total", total)
        .update();
  }

  void insertLine(UUID orderId, int lineNo, Product product, int quantity) {
    jdbc.sql(
            "INSERT INTO order_line (order_id, line_no, product_id, product_name, quantity, unit_price)"
                + " VALUES (:order, :line, :product, :name, :quantity, :price)")
        .param("order", orderId)
        .param("line", lineNo)
        .param("product", product.id())
        .param("name", product.nameKo())
        .param("quantity", quantity)
        .param("price", product.price())
        .update();
  }

  void setStatus(UUID id, String status) {
    jdbc.sql("UPDATE orders SET status = :status WHERE id = :id")
        .param("status", status)
        .param("id", id)
        .update();
  }

  /** Ids of the ten products with the greatest sales, greatest first. */
  List<Long> bestselling() {
    return jdbc.sql(
            "SELECT product_id FROM order_line GROUP BY product_id"
                + " ORDER BY sum(quantity * unit_price) DESC, product_id LIMIT 10")
        .query(Long.class)
        .list();
  }

  List<OrderSummary> newestOf(long memberId) {
    return jdbc.sql(
            "SELECT o.id, o.ordered_at, o.status, o.total, count(*) AS lines,"
                + " min(l.product_name) AS first_product"
                + " FROM (SELECT * FROM orders WHERE member_id = :member"
                + " ORDER BY ordered_at DESC LIMIT 10) o"
                + " JOIN order_line l ON l.order_id = o.id"
                + " GROUP BY o.id, o.ordered_at, o.status, o.total ORDER BY o.ordered_at DESC")
        .param("member", memberId)
        .query(OrderSummary.class)
        .list();
  }
}
