package io.opencop.shop.inventory;

import java.util.List;
import java.util.UUID;

/** Goods an order wants kept for it; the same shape comes by HTTP and in the queue's messages. */
public record Reservation(UUID orderId, List<OrderLine> lines) {}
