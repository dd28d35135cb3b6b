package io.opencop.shop.order;

import java.util.List;

/** What a member wants to buy, and how it is paid: CARD, TRANSFER or EASY_PAY. */
public record OrderRequest(long memberId, String method, List<OrderLine> lines) {}
