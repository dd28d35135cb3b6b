package io.opencop.shop.inventory;

public record OrderLine(long productId, int quantity) {}
