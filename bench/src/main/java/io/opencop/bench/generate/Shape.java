package io.opencop.bench.generate;

import java.util.List;

/** The pretended system: how large it is and how its numbers move. */
public final class Shape {
  public static final int SERVICES = 20;

  /** Values of user.id, session.id and client.address. */
  public static final int USERS = 40_000;

  /** Values of the order in a path. */
  public static final int ORDERS = 200_000;

  /** Time between two exports of the same metrics. */
  public static final long METRIC_INTERVAL_NANOS = 10_000_000_000L;

  static final int INSTANCES = 5;

  static final List<String> NAMES =
      List.of(
          "gateway",
          "storefront",
          "mobile-bff",
          "catalog",
          "search",
          "cart",
          "order",
          "payment",
          "inventory",
          "shipping",
          "pricing",
          "promotion",
          "review",
          "recommendation",
          "account",
          "session",
          "notification",
          "invoice",
          "fraud",
          "audit");

  private Shape() {}

  /**
   * A steady gauge at its {@code round}-th export: seven in ten never move (limits, sizes, states),
   * two move by one every few minutes, one wanders by hundredths.
   */
  static double gauge(int series, long round) {
    long own = Mix.mix(series);
    int level = Mix.below(own, 1000);
    return switch ((int) Math.floorMod(own, 10L)) {
      case 0 -> Math.round(100 * (level + 5 * Math.sin(round / 50d + level))) / 100d;
      case 1, 2 -> level + Mix.below(Mix.mix(own, (round + level) / 24), 4);
      default -> level;
    };
  }
}
