package io.opencop.shop.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stars counted at the moment of the request, so that a new review shows at once. */
@Component
@ConditionalOnProperty(name = "catalog.ratings", havingValue = "live")
class LiveRatings implements Ratings {
  private final JdbcClient jdbc;

  LiveRatings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<Long, Rating> of(List<Product> products) {
    Map<Long, Rating> ratings = new HashMap<>();
    for (Product product : products) {
      ratings.put(product.id(), count(product.id()));
    }
    return ratings;
  }

  private Rating count(long productId) {
    return jdbc.sql(
            "SELECT CAST(:product AS bigint) AS product_id, coalesce(avg(rating), 0) AS stars,"
                + " count(*) AS reviews FROM review WHERE product_id = :product")
        .param("product", productId)
        .query(Rating.class)
        .single();
  }
}
