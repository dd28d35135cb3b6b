package io.opencop.shop.payment;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.PAYMENT_REQUIRED)
class PaymentDeclinedException extends RuntimeException {
  PaymentDeclinedException(String reason) {
    super(reason);
  }
}
