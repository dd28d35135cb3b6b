package io.opencop.shop.catalog;

/** One thing for sale. Price in won. */
public record Product(long id, int categoryId, String nameKo, String nameEn, int price) {}
