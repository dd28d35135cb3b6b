package io.opencop.shop.order;

public record OrderLine(long productId, int quantity) {}
