package io.opencop.telemetry.ingest;

import java.util.HashMap;
import java.util.Map;

/**
 * Numbers for the raw bytes of resources or scopes, from 1: the same sender sends the same bytes
 * with every request, so they are decoded once a slice.
 */
final class Heads {
  private final Map<Text, Text> numbers = new HashMap<>();
  private final Text probe = new Text();
  private Text last;

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
      return last.number();
    }
    probe.set(b, off, len);
    Text known = numbers.get(probe);
    if (known != null) {
      last = known;
      return known.number();
    }
    last = Text.copy(b, off, len).numbered(numbers.size() + 1);
    numbers.put(last, last);
    return -last.number();
  }
}
