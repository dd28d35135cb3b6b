package io.opencop.shop.payment;

import java.util.UUID;

public record Payment(UUID id, UUID orderId, String status, String gatewayReference) {}
