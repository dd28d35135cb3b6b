package io.opencop.shop.inventory;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class StockController {
  private final StockService stock;

  StockController(StockService stock) {
    this.stock = stock;
  }

  @GetMapping("/stock/{productId}")
  StockLevel level(@PathVariable long productId) {
    return stock
        .level(productId)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no product " + productId));
  }

  @PostMapping("/reservations")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reserve(@RequestBody Reservation reservation) {
    stock.reserve(reservation);
  }
}
