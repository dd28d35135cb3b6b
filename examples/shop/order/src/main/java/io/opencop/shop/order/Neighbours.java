package io.opencop.shop.order;

import io.opencop.shop.common.Peers;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The services an order needs: prices, goods, money. */
@Component
class Neighbours {
  record Reservation(UUID orderId, List<OrderLine> lines) {}

  record Payment(UUID orderId, String method, int amount) {}

  private final RestClient catalog;
  private final RestClient inventory;
  private final RestClient payment;

  Neighbours(
      Peers peers,
      @Value("${order.catalog-url}") String catalogUrl,
      @Value("${order.inventory-url}") String inventoryUrl,
      @Value("${order.payment-url}") String paymentUrl) {
    this.catalog = peers.at(catalogUrl);
    this.inventory = peers.at(inventoryUrl);
    this.payment = peers.at(paymentUrl);
  }

  List<Product> products(List<Long> ids) {
    return catalog
        .get()
        .uri(uri -> uri.path("/products").queryParam("ids", ids).build())
        .retrieve()
        .body(new ParameterizedTypeReference<>() {});
  }

  void reserve(Reservation reservation) {
    try {
      inventory.post().uri("/reservations").body(reservation).retrieve().toBodilessEntity();
    } catch (HttpClientErrorException.Conflict e) {
      throw new OrderRefusedException(HttpStatus.CONFLICT, "out of stock", e);
    } catch (RestClientException e) {
      throw new OrderRefusedException(HttpStatus.BAD_GATEWAY, "inventory did not answer", e);
    }
  }

  void pay(Payment request) {
    try {
      payment.post().uri("/payments").body(request).retrieve().toBodilessEntity();
    } catch (HttpClientErrorException e) {
      throw new OrderRefusedException(HttpStatus.PAYMENT_REQUIRED, "payment declined", e);
    } catch (RestClientException e) {
      throw new OrderRefusedException(HttpStatus.BAD_GATEWAY, "payment did not answer", e);
    }
  }
}
