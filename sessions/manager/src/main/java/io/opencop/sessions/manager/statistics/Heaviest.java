package io.opencop.sessions.manager.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bytes of attributes by key and class. Bounded: an application may make up keys. */
public final class Heaviest {
  private static final int MOST = 1_000;
  private static final int TOLD = 20;

  private record Kind(String key, String type) {}

  private static final class Sum {
    private long count;
    private long bytes;
    private int largest;
  }

  private final Map<Kind, Sum> sums = new HashMap<>();

  /**
   * Adds the attributes of one session.
   *
   * @param attributes name to encoded value
   */
  public synchronized void add(Map<String, byte[]> attributes) {
    attributes.forEach((key, bytes) -> add(key, bytes));
  }

  private void add(String key, byte[] bytes) {
    Kind kind = new Kind(key, AttributeClass.of(bytes));
    Sum sum = sums.get(kind);
    if (sum == null) {
      if (sums.size() >= MOST) {
        forget();
      }
      sum = new Sum();
      sums.put(kind, sum);
    }
    sum.count++;
    sum.bytes += bytes.length;
    sum.largest = Math.max(sum.largest, bytes.length);
  }

  /** The lighter half goes, so that a heavy one that comes later still finds a place. */
  private void forget() {
    List<Map.Entry<Kind, Sum>> all = new ArrayList<>(sums.entrySet());
    all.sort(Comparator.comparingLong(e -> e.getValue().bytes));
    all.subList(0, all.size() / 2).forEach(e -> sums.remove(e.getKey()));
  }

  /** The heaviest by bytes of all, heaviest first. */
  public synchronized List<AttributeWeight> told() {
    return sums.entrySet().stream()
        .map(e ->
            new AttributeWeight(
                e.getKey().key(),
                e.getKey().type(),
                e.getValue().count,
                e.getValue().bytes,
                e.getValue().largest))
        .sorted(Comparator.comparingLong(AttributeWeight::bytes).reversed())
        .limit(TOLD)
        .toList();
  }
}
