package io.opencop.telemetry.otlp;

import java.util.EnumMap;
import java.util.Map;

/** Walks the two levels around the items (see {@link RequestReader}) and keeps the score. */
abstract class RequestCheck {
  /** Depth of an item message, the request itself being 0. */
  static final int ITEM_DEPTH = 3;

  private static final int FIRST = 1 << 3 | Wire.BYTES;
  private static final int SECOND = 2 << 3 | Wire.BYTES;

  private final String noun;
  private final String path;
  private final Map<RejectReason, Integer> rejected = new EnumMap<>(RejectReason.class);
  private final Map<RejectReason, String> first = new EnumMap<>(RejectReason.class);
  private int items;
  private int resources = -1;
  private int scopes;
  private int inScope;

  /**
   * @param noun plural of the items, for people
   * @param path what the groups and items are called in the proto files, with %d for the indexes
   */
  RequestCheck(String noun, String path) {
    this.noun = noun;
    this.path = path;
  }

  final void request(byte[] b, int p, int end) {
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      p = Wire.skip(b, Wire.pos(read), end, tag, 0);
      if (tag == FIRST) {
        resources++;
        scopes = -1;
        resource(b, Wire.pos(Wire.length(b, Wire.pos(read), end)), p);
      }
    }
  }

  private void resource(byte[] b, int p, int end) {
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      p = Wire.skip(b, Wire.pos(read), end, tag, 1);
      if (tag == FIRST) {
        Shape.RESOURCE.walk(b, Wire.pos(Wire.length(b, Wire.pos(read), end)), p, 2);
      } else if (tag == SECOND) {
        scopes++;
        inScope = -1;
        scope(b, Wire.pos(Wire.length(b, Wire.pos(read), end)), p);
      }
    }
  }

  private void scope(byte[] b, int p, int end) {
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      p = Wire.skip(b, Wire.pos(read), end, tag, 2);
      if (tag == SECOND) {
        inScope++;
        item(b, Wire.pos(Wire.length(b, Wire.pos(read), end)), p);
      } else if (tag == FIRST) {
        Shape.SCOPE.walk(b, Wire.pos(Wire.length(b, Wire.pos(read), end)), p, ITEM_DEPTH);
      }
    }
  }

  /** The item message at [p, end): walks it and calls {@link #count}. */
  abstract void item(byte[] b, int p, int end);

  final void count(RejectReason reason) {
    items++;
    if (reason != null && rejected.merge(reason, 1, Integer::sum) == 1) {
      first.put(reason, where());
    }
  }

  /** Where the current item stands, in the words of the proto files. */
  String where() {
    return String.format(path, resources, scopes, inScope);
  }

  final OtlpCheck.Result result() {
    StringBuilder message = new StringBuilder();
    int sum = 0;
    for (Map.Entry<RejectReason, Integer> entry : rejected.entrySet()) {
      sum += entry.getValue();
      message
          .append(message.isEmpty() ? "" : "; ")
          .append(entry.getValue())
          .append(" x ")
          .append(entry.getKey().sentence())
          .append(" (first at ")
          .append(first.get(entry.getKey()))
          .append(')');
    }
    if (sum > 0) {
      message.insert(0, sum + " of " + items + " " + noun + " rejected: ");
    }
    return new OtlpCheck.Result(items, sum, message.toString());
  }
}
