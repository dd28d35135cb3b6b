package io.opencop.telemetry.ingest;

import java.util.HashMap;
import java.util.Map;

/**
 * Numbers for the raw bytes of resources or scopes, from 1: the same sender sends the same bytes
 * with every request, so they are decoded once a slice.
 */
final class Heads {
  private final Map<Text, Integer> numbers = new HashMap<>();
  private final Text probe = new Text();
  private Text last;
  private int lastNumber;

  /**
   * The number; negative where it is new and must be decoded into entry {@code -number}.
   *
   * @param urlOff start of the schema URL, which is part of the identity
   */
  int number(byte[] b, int off, int len, int urlOff, int urlLen) {
    if (urlLen > 0) {
      byte[] both = new byte[len + urlLen];
      System.arraycopy(b, off, both, 0, len);
      System.arraycopy(b, urlOff, both, len, urlLen);
      return number(both, 0, both.length);
    }
    return number(b, off, len);
  }

  int size() {
    return numbers.size();
  }

  private int number(byte[] b, int off, int len) {
    if (last != null && last.matches(b, off, len)) {
      return lastNumber;
    }
    probe.set(b, off, len);
    Integer known = numbers.get(probe);
    if (known == null) {
      Text key = Text.copy(b, off, len);
      numbers.put(key, numbers.size() + 1);
      last = key;
      lastNumber = numbers.size();
      return -lastNumber;
    }
    last = Text.copy(b, off, len);
    lastNumber = known;
    return known;
  }
}
