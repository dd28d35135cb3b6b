package io.opencop.shop.catalog;

import static java.util.Comparator.comparingInt;

import java.util.List;
import org.springframework.stereotype.Component;

/** Products whose names are closest to a product's own, by edit distance. */
@Component
class SimilarProducts {
  private static final int SHOWN = 4;

  private final ProductRepository products;

  SimilarProducts(ProductRepository products) {
    this.products = products;
  }

  List<Product> to(Product product) {
    List<Product> all = products.all();
    // Ranked by how close each is to this product and, among equals, to its own category.
    return all.stream()
        .filter(other -> other.id() != product.id())
        .sorted(
            comparingInt((Product other) -> distance(product, other))
                .thenComparingInt(other -> fit(other, all)))
        .limit(SHOWN)
        .toList();
  }

  private static int fit(Product product, List<Product> all) {
    return all.stream()
        .filter(other -> other.categoryId() == product.categoryId())
        .mapToInt(other -> distance(product, other))
        .sum();
  }

  private static int distance(Product a, Product b) {
    return EditDistance.between(a.nameKo(), b.nameKo())
        + EditDistance.between(a.nameEn(), b.nameEn());
  }
}
