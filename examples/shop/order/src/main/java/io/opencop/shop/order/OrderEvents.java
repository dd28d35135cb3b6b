package io.opencop.shop.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.stereotype.Component;

/** Tells the warehouse, by queue, what became of an order. */
@Component
class OrderEvents {
  private final JmsTemplate queue;
  private final ObjectMapper json;

  OrderEvents(JmsTemplate queue, ObjectMapper json) {
    this.queue = queue;
    this.json = json;
  }

  void placed(Neighbours.Reservation order) {
    queue.convertAndSend("order.placed", text(order));
  }

  void cancelled(Neighbours.Reservation order) {
    queue.convertAndSend("order.cancelled", text(order));
  }

  private String text(Neighbours.Reservation order) {
    try {
      return json.writeValueAsString(order);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
