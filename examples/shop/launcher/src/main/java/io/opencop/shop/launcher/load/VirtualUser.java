package io.opencop.shop.launcher.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Someone who comes to the shop: looks round, logs in, fills a cart, and mostly orders. Has a
 * cookie of their own. Used by one thread at a time.
 */
final class VirtualUser {
  private static final int MEMBERS = 2000;
  private static final int PRODUCTS = 200;
  private static final int CATEGORIES = 5;
  private static final double LOGS_IN = 0.9;
  private static final double ORDERS = 0.85;
  private static final List<String> WORDS =
      List.of(
          "%EA%B0%90%EA%B7%A4",
          "%EC%9D%B4%EC%96%B4%ED%8F%B0", "kimchi", "keyboard", "%EC%88%98%EA%B1%B4");
  private static final List<String> METHODS = List.of("CARD", "CARD", "TRANSFER", "EASY_PAY");

  private final Random random;
  private final Deque<Step> plan = new ArrayDeque<>();
  private String cookie = "";

  VirtualUser(Random random) {
    this.random = random;
    browse();
    if (random.nextDouble() < LOGS_IN) {
      plan.add(Step.get("/login"));
      String login = String.format("member%04d", 1 + random.nextInt(MEMBERS));
      plan.add(Step.post("/login", "login=" + login + "&password=shop-demo"));
      fillCart();
      if (random.nextDouble() < ORDERS) {
        plan.add(Step.post("/checkout", "method=" + any(METHODS)));
        plan.add(Step.get("/orders"));
        plan.add(Step.get("/"));
      }
    }
  }

  private void browse() {
    plan.add(Step.get("/"));
    if (random.nextInt(4) == 0) {
      plan.add(Step.get("/search?q=" + any(WORDS)));
    } else {
      plan.add(Step.get("/categories/" + (1 + random.nextInt(CATEGORIES))));
    }
    int looks = 1 + random.nextInt(2);
    for (int i = 0; i < looks; i++) {
      plan.add(Step.get("/products/" + product()));
    }
  }

  private void fillCart() {
    int things = 1 + random.nextInt(2);
    for (int i = 0; i < things; i++) {
      long product = product();
      plan.add(Step.get("/products/" + product));
      plan.add(Step.post("/cart", "productId=" + product + "&quantity=" + (1 + random.nextInt(2))));
    }
  }

  /** Some things sell better than others: the square makes low numbers likelier. */
  private long product() {
    double u = random.nextDouble();
    return 1 + (long) (u * u * PRODUCTS);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** What to ask for next, or null when the visit is over. */
  Step next() {
    return plan.poll();
  }

  String cookie() {
    return cookie;
  }

  /** Takes in an answer: a new cookie, or a page we are sent to, which is asked for next. */
  void answered(int status, String setCookie, String location) {
    if (setCookie != null) {
      int end = setCookie.indexOf(';');
      cookie = end < 0 ? setCookie : setCookie.substring(0, end);
    }
    if (status == 302 && location != null) {
      plan.addFirst(Step.get(location.replaceFirst("^https?://[^/]+", "")));
    }
  }
}
