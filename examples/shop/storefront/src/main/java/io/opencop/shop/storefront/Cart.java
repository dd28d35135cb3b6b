package io.opencop.shop.storefront;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a visitor has put aside, by product id; kept in the session, so guarded by its own lock. */
public final class Cart implements Serializable {
  private static final int MOST_OF_ONE = 9;

  /** One product in the cart. */
  public record Item(long productId, int quantity) {}

  private final Map<Long, Integer> quantities = new LinkedHashMap<>();

  public synchronized void add(long productId, int quantity) {
    quantities.merge(productId, quantity, (a, b) -> Math.min(a + b, MOST_OF_ONE));
  }

  public synchronized List<Item> items() {
    List<Item> items = new ArrayList<>();
    quantities.forEach((id, quantity) -> items.add(new Item(id, quantity)));
    return items;
  }

  public synchronized void clear() {
    quantities.clear();
  }

  public synchronized int size() {
    return quantities.size();
  }
}
