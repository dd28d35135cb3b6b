package io.opencop.shop.order;

import java.time.OffsetDateTime;
import java.util.UUID;

/** Total in won. */
public record OrderSummary(
    UUID id, OffsetDateTime orderedAt, String status, int total, int lines, String firstProduct) {}
