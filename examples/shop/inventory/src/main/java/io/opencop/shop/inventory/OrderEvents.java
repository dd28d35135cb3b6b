package io.opencop.shop.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.context.annotation.Lazy;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.stereotype.Component;

/** What happened to orders, from the queue. */
@Component
@Lazy(false)
class OrderEvents {
  private final StockService stock;
  private final ObjectMapper json;

  OrderEvents(StockService stock, ObjectMapper json) {
    this.stock = stock;
    this.json = json;
  }

  @JmsListener(destination = "order.placed")
  void placed(String message) throws JsonProcessingException {
    stock.ship(json.readValue(message, Reservation.class));
  }

  @JmsListener(destination = "order.cancelled")
  void cancelled(String message) throws JsonProcessingException {
    stock.cancel(json.readValue(message, Reservation.class));
  }
}
