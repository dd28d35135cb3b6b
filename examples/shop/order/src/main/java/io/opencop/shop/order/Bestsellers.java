package io.opencop.shop.order;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the list of what sells best, from all orders there ever were. */
@Component
@Lazy(false)
class Bestsellers {
  private static final Logger log = LoggerFactory.getLogger(Bestsellers.class);

  private final OrderRepository orders;
  private volatile List<Long> products = List.of();

  Bestsellers(OrderRepository orders) {
    this.orders = orders;
  }

  @Scheduled(fixedDelay = 5_000)
  void refresh() {
    List<Long> now = orders.bestselling();
    if (!now.equals(products)) {
      log.info("베스트셀러 갱신: 상품 {}", now);
      products = now;
    }
  }
}
