package io.opencop.shop.catalog;

import java.util.List;

/**
 * A product as its own page shows it: with its newest reviews, how the stars are spread, and
 * products like it.
 */
public record ProductPage(
    Product product, List<Review> reviews, List<Stars> stars, List<Product> similar) {}
