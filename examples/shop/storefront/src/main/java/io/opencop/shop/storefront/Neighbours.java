package io.opencop.shop.storefront;

import io.opencop.shop.common.Peers;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** The services behind the pages. */
@Component
class Neighbours {
  private final RestClient catalog;
  private final RestClient order;
  private final RestClient inventory;

  Neighbours(
      Peers peers,
      @Value("${storefront.catalog-url}") String catalogUrl,
      @Value("${storefront.order-url}") String orderUrl,
      @Value("${storefront.inventory-url}") String inventoryUrl) {
    this.catalog = peers.at(catalogUrl);
    this.order = peers.at(orderUrl);
    this.inventory = peers.at(inventoryUrl);
  }

  List<Shop.Category> categories() {
    return catalog.get().uri("/categories").retrieve().body(new ParameterizedTypeReference<>() {});
  }

  List<Shop.Listing> inCategory(int category) {
    return catalog
        .get()
        .uri("/products?category={category}", category)
        .retrieve()
        .body(new ParameterizedTypeReference<>() {});
  }

  List<Shop.Listing> search(String words) {
    return catalog
        .get()
        .uri("/products?q={words}", words)
        .retrieve()
        .body(new ParameterizedTypeReference<>() {});
  }

  List<Shop.Product> products(List<Long> ids) {
    return catalog
        .get()
        .uri(uri -> uri.path("/products").queryParam("ids", ids).build())
        .retrieve()
        .body(new ParameterizedTypeReference<>() {});
  }

  Shop.ProductPage product(long id) {
    return catalog.get().uri("/products/{id}", id).retrieve().body(Shop.ProductPage.class);
  }

  Shop.StockLevel stock(long productId) {
    return inventory.get().uri("/stock/{id}", productId).retrieve().body(Shop.StockLevel.class);
  }

  Shop.PlacedOrder place(Shop.NewOrder wanted) {
    return order.post().uri("/orders").body(wanted).retrieve().body(Shop.PlacedOrder.class);
  }

  List<Shop.Order> ordersOf(long memberId) {
    return order
        .get()
        .uri("/orders?member={member}", memberId)
        .retrieve()
        .body(new ParameterizedTypeReference<>() {});
  }
}
