package io.opencop.shop.storefront;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** What the neighbours tell us, as far as pages show it. */
final class Shop {
  private Shop() {}

  public record Category(int id, String nameKo, String nameEn) {}

  /** Price in won. */
  public record Product(long id, String nameKo, String nameEn, int price) {}

  public record Rating(double stars, int reviews) {}

  public record Listing(Product product, Rating rating) {}

  public record Review(int rating, String body, OffsetDateTime writtenAt) {}

  public record Stars(int stars, int reviews) {}

  public record ProductPage(
      Product product, List<Review> reviews, List<Stars> stars, List<Product> similar) {}

  public record StockLevel(long productId, int onHand) {}

  public record Order(
      UUID id,
      OffsetDateTime orderedAt,
      String status,
      int total,
      int lines,
      String firstProduct) {}

  public record PlacedOrder(UUID id, int total) {}

  public record NewOrder(long memberId, String method, List<Cart.Item> lines) {}
}
