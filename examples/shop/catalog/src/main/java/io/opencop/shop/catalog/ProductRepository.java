package io.opencop.shop.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProductRepository {
  private static final String COLUMNS =
      "SELECT id, category_id, name_ko, name_en, price FROM product";

  private final JdbcClient jdbc;

  ProductRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Category> categories() {
    return jdbc.sql("SELECT id, name_ko, name_en FROM category ORDER BY id")
        .query(Category.class)
        .list();
  }

  List<Product> inCategory(int categoryId) {
    return jdbc.sql(COLUMNS + " WHERE category_id = :category ORDER BY id")
        .param("category", categoryId)
        .query(Product.class)
        .list();
  }

  /** Products whose Korean or English name contains the words. */
  List<Product> named(String words) {
    String pattern =
        "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    return jdbc.sql(
            COLUMNS + " WHERE name_ko ILIKE :words OR name_en ILIKE :words ORDER BY id LIMIT 40")
        .param("words", pattern)
        .query(Product.class)
        .list();
  }

  List<Product> withIds(Collection<Long> ids) {
    return jdbc.sql(COLUMNS + " WHERE id IN (:ids) ORDER BY id")
        .param("ids", ids)
        .query(Product.class)
        .list();
  }

  Optional<Product> find(long id) {
    return jdbc.sql(COLUMNS + " WHERE id = :id").param("id", id).query(Product.class).optional();
  }

  List<Product> all() {
    return jdbc.sql(COLUMNS + " ORDER BY id").query(Product.class).list();
  }

  List<Stars> stars(long productId) {
    return jdbc.sql(
            "SELECT rating AS stars, count(*) AS reviews FROM review"
                + " WHERE product_id = :product GROUP BY rating ORDER BY rating DESC")
        .param("product", productId)
        .query(Stars.class)
        .list();
  }

  List<Review> newestReviews(long productId) {
    return jdbc.sql(
            "SELECT id, rating, body, written_at FROM review"
                + " WHERE product_id = :product ORDER BY written_at DESC LIMIT 5")
        .param("product", productId)
        .query(Review.class)
        .list();
  }
}
