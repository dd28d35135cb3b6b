package io.opencop.shop.catalog;

/** A product as a list page shows it. */
public record ProductListing(Product product, Rating rating) {}
