package io.opencop.telemetry.rollup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for keys, the same for the life of the process. Safe for several threads. */
final class KeyTable<K> {
  private final Map<K, Integer> numbers = new HashMap<>();
  private final List<K> keys = new ArrayList<>();

  synchronized int number(K key) {
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    numbers.put(key, keys.size());
    keys.add(key);
    return keys.size() - 1;
  }

  synchronized K key(int number) {
    return keys.get(number);
  }

  /** All keys so far; index is number. */
  synchronized List<K> all() {
    return List.copyOf(keys);
  }
}
