package io.opencop.shop.inventory;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.CONFLICT)
class OutOfStockException extends RuntimeException {
  OutOfStockException(long productId, int wanted) {
    super("fewer than " + wanted + " left of product " + productId);
  }
}
