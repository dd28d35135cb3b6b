package io.opencop.shop.catalog;

/** Mean of the reviews' stars (1 to 5; 0 without any) and their number. */
public record Rating(long productId, double stars, int reviews) {}
