package io.opencop.shop.payment;

import java.util.UUID;

/** Amount in won; method is CARD, TRANSFER or EASY_PAY. */
public record PaymentRequest(UUID orderId, String method, int amount) {}
