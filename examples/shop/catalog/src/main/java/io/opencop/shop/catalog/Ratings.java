package io.opencop.shop.catalog;

import java.util.List;
import java.util.Map;

/** Where list pages get their stars from. */
interface Ratings {
  /** A rating for each product that has reviews, by product id. */
  Map<Long, Rating> of(List<Product> products);
}
