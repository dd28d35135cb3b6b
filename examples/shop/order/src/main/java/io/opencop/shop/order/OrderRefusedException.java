package io.opencop.shop.order;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The order cannot be placed; the status says whose doing that is. */
class OrderRefusedException extends ResponseStatusException {
  OrderRefusedException(HttpStatus status, String reason, Throwable cause) {
    super(status, reason, cause);
  }
}
