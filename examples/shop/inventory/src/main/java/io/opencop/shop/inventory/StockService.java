package io.opencop.shop.inventory;

import static java.util.Comparator.comparingLong;

import io.opencop.shop.common.Flags;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StockService {
  private static final Logger log = LoggerFactory.getLogger(StockService.class);

  private final StockRepository stock;
  private final Flags flags;

  StockService(StockRepository stock, Flags flags) {
    this.stock = stock;
    this.flags = flags;
  }

  @Transactional
  Optional<StockLevel> level(long productId) {
    countIfStrict();
    return stock.level(productId).stream().findFirst();
  }

  @Transactional
  void reserve(Reservation reservation) {
    countIfStrict();
    for (OrderLine line : inLockingOrder(reservation)) {
      if (!stock.take(line.productId(), line.quantity())) {
        log.warn("재고 부족: 상품 {} 수량 {}", line.productId(), line.quantity());
        throw new OutOfStockException(line.productId(), line.quantity());
      }
      stock.record(line.productId(), -line.quantity(), "order");
    }
    log.info("재고 예약 완료: 주문 {} 품목 {}개", reservation.orderId(), reservation.lines().size());
  }

  @Transactional
  void cancel(Reservation reservation) {
    for (OrderLine line : inLockingOrder(reservation)) {
      stock.putBack(line.productId(), line.quantity());
      stock.record(line.productId(), line.quantity(), "cancelled");
    }
    log.info("재고 예약 취소: 주문 {}", reservation.orderId());
  }

  @Transactional
  void ship(Reservation reservation) {
    if (stock.ship(reservation.orderId(), reservation.lines().size())) {
      log.info("출고 지시: 주문 {} 품목 {}개", reservation.orderId(), reservation.lines().size());
    } else {
      log.warn("중복 출고 지시 무시: 주문 {}", reservation.orderId());
    }
  }

  /** With the flag, every answer about stock is preceded by a count that nobody may disturb. */
  private void countIfStrict() {
    if (flags.isOn("strict-stock-count")) {
      stock.lockWarehouse();
      log.debug("warehouse balance {}", stock.count());
    }
  }

  /** Two orders that take the same rows in different order would deadlock. */
  private static List<OrderLine> inLockingOrder(Reservation reservation) {
    return reservation.lines().stream().sorted(comparingLong(OrderLine::productId)).toList();
  }
}
