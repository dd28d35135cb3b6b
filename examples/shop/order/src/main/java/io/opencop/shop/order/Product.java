package io.opencop.shop.order;

/** What we need of the catalog's products. */
public record Product(long id, String nameKo, int price) {}
