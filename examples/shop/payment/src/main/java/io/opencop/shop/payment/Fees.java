package io.opencop.shop.payment;

/** What the gateway keeps of a payment. */
interface Fees {
  /** In won, rounded down. */
  int of(PaymentRequest payment);
}
