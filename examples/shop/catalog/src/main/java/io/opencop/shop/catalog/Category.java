package io.opencop.shop.catalog;

public record Category(int id, String nameKo, String nameEn) {}
