package io.opencop.shop.payment;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** 2.5 % of everything. */
@Component
@ConditionalOnProperty(name = "payment.fees", havingValue = "flat")
class FlatFees implements Fees {
  @Override
  public int of(PaymentRequest payment) {
    return payment.amount() * 25 / 1000;
  }
}
