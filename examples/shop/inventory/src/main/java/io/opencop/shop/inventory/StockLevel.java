package io.opencop.shop.inventory;

public record StockLevel(long productId, int onHand) {}
