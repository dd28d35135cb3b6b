package io.opencop.shop.catalog;

import io.opencop.shop.common.Flags;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class CatalogController {
  private static final Logger log = LoggerFactory.getLogger(CatalogController.class);

  private final ProductRepository products;
  private final Ratings ratings;
  private final SimilarProducts similar;
  private final Flags flags;

  CatalogController(
      ProductRepository products, Ratings ratings, SimilarProducts similar, Flags flags) {
    this.products = products;
    this.ratings = ratings;
    this.similar = similar;
    this.flags = flags;
  }

  @GetMapping("/categories")
  List<Category> categories() {
    return products.categories();
  }

  @GetMapping(path = "/products", params = "category")
  List<ProductListing> inCategory(@RequestParam int category) {
    return listed(products.inCategory(category));
  }

  @GetMapping(path = "/products", params = "q")
  List<ProductListing> search(@RequestParam String q) {
    List<Product> found = products.named(q);
    // A line break in what a visitor typed must not look like a log line of ours.
    log.info("상품 검색 '{}' 결과 {}건", q.replaceAll("\\p{Cntrl}", " "), found.size());
    return listed(found);
  }

  @GetMapping(path = "/products", params = "ids")
  List<Product> withIds(@RequestParam List<Long> ids) {
    return products.withIds(ids);
  }

  @GetMapping("/products/{id}")
  ProductPage page(@PathVariable long id) {
    Product product =
        products
            .find(id)
            .orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no product " + id));
    List<Product> alike = flags.isOn("similar-products") ? similar.to(product) : List.of();
    log.info("상품 상세 조회: {} ({}) id={}", product.nameKo(), product.nameEn(), id);
    return new ProductPage(product, products.newestReviews(id), products.stars(id), alike);
  }

  private List<ProductListing> listed(List<Product> page) {
    Map<Long, Rating> stars = ratings.of(page);
    return page.stream()
        .map(p -> new ProductListing(p, stars.getOrDefault(p.id(), new Rating(p.id(), 0, 0))))
        .toList();
  }
}
