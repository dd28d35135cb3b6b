package io.opencop.shop.launcher;

/** Names that resolve to loopback inside the shop's JVMs. */
final class Hosts {
  static final String DATABASE = "shop-db";
  static final String QUEUE = "shop-queue";

  /** The card company: outside the shop, and not instrumented. */
  static final String GATEWAY = "pg.hangang-pay.example";

  private Hosts() {}
}
