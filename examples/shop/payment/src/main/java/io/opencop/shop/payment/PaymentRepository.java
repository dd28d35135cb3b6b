package io.opencop.shop.payment;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PaymentRepository {
  private final JdbcClient jdbc;

  PaymentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void save(Payment payment, PaymentRequest request) {
    jdbc.sql(
            "INSERT INTO payment (id, order_id, method, amount, status, gateway_reference)"
                + " VALUES (:id, :order, :method, :amount, :status, :reference)")
        .param("id", payment.id())
        .param("order", payment.orderId())
        .param("method", request.method())
        .param("amount", request.amount())
        .param("status", payment.status())
        .param("reference", payment.gatewayReference())
        .update();
  }
}
