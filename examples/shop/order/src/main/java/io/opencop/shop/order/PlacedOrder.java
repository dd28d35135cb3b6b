package io.opencop.shop.order;

import java.util.UUID;

public record PlacedOrder(UUID id, int total) {}
