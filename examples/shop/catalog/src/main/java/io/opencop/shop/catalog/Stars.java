package io.opencop.shop.catalog;

/** How many reviews gave this many stars. */
public record Stars(int stars, int reviews) {}
