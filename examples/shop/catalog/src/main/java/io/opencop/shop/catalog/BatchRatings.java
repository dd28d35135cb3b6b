package io.opencop.shop.catalog;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stars as the nightly batch left them: one query for a whole page. */
@Component
@ConditionalOnProperty(name = "catalog.ratings", havingValue = "batch")
class BatchRatings implements Ratings {
  private final JdbcClient jdbc;

  BatchRatings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<Long, Rating> of(List<Product> products) {
    if (products.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            "SELECT product_id, rating AS stars, reviews FROM review_summary"
                + " WHERE product_id IN (:ids)")
        .param("ids", products.stream().map(Product::id).toList())
        .query(Rating.class)
        .list()
        .stream()
        .collect(toMap(Rating::productId, rating -> rating));
  }
}
