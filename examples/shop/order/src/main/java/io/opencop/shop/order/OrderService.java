package io.opencop.shop.order;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class OrderService {
  private static final Logger log = LoggerFactory.getLogger(OrderService.class);

  private final Neighbours neighbours;
  private final OrderRepository orders;
  private final OrderEvents events;
  private final TransactionTemplate transaction;

  OrderService(
      Neighbours neighbours,
      OrderRepository orders,
      OrderEvents events,
      TransactionTemplate transaction) {
    this.neighbours = neighbours;
    this.orders = orders;
    this.events = events;
    this.transaction = transaction;
  }

  /** One transaction around reservation and payment: an order is there only when it is paid. */
  PlacedOrder place(OrderRequest request) {
    var order = new Neighbours.Reservation(UUID.randomUUID(), request.lines());
    PlacedOrder placed = transaction.execute(status -> place(request, order));
    events.placed(order);
    log.info("주문 완료: {} 회원 {} 결제금액 {}원", placed.id(), request.memberId(), placed.total());
    return placed;
  }

  private PlacedOrder place(OrderRequest request, Neighbours.Reservation order) {
    Map<Long, Product> products = products(request.lines());
    int total =
        request.lines().stream()
            .mapToInt(line -> products.get(line.productId()).price() * line.quantity())
            .sum();
    orders.insert(order.orderId(), request.memberId(), total);
    int lineNo = 0;
    for (OrderLine line : request.lines()) {
      orders.insertLine(order.orderId(), ++lineNo, products.get(line.productId()), line.quantity());
    }
    neighbours.reserve(order);
    try {
      neighbours.pay(new Neighbours.Payment(order.orderId(), request.method(), total));
    } catch (OrderRefusedException e) {
      log.warn("주문 취소: {} 사유 {}", order.orderId(), e.getReason());
      events.cancelled(order);
      throw e;
    }
    orders.setStatus(order.orderId(), "PAID");
    return new PlacedOrder(order.orderId(), total);
  }

  private Map<Long, Product> products(List<OrderLine> lines) {
    List<Long> ids = lines.stream().map(OrderLine::productId).distinct().toList();
    Map<Long, Product> found =
        neighbours.products(ids).stream().collect(toMap(Product::id, product -> product));
    if (found.size() < ids.size()) {
      throw new OrderRefusedException(HttpStatus.BAD_REQUEST, "unknown product", null);
    }
    return found;
  }
}
