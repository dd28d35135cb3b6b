package io.opencop.shop.inventory;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The night shift that never lets a shelf run empty. */
@Component
@Lazy(false)
class Refill {
  private static final Logger log = LoggerFactory.getLogger(Refill.class);

  private final StockRepository stock;

  Refill(StockRepository stock) {
    this.stock = stock;
  }

  @Scheduled(fixedDelay = 20_000)
  void run() {
    int products = stock.refill();
    if (products > 0) {
      log.info("입고 완료: {}개 상품 재고 보충", products);
    }
  }
}
