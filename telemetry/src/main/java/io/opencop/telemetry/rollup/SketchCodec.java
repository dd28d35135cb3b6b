package io.opencop.telemetry.rollup;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The stored form of a sketch: pairs of variable-length integers (bucket less the bucket before,
 * count) in ascending order of bucket. A cell of five requests takes about twelve bytes.
 */
final class SketchCodec {
  private SketchCodec() {}

  /** Writes the first {@code n} bucket indexes, in any order, repetitions welcome; sorts them. */
  static void encode(char[] buckets, int n, ByteArrayOutputStream out) {
    Arrays.sort(buckets, 0, n);
    int before = 0;
    for (int i = 0; i < n; ) {
      int bucket = buckets[i];
      int count = 1;
      while (++i < n && buckets[i] == bucket) {
        count++;
      }
      varint(out, bucket - before);
      varint(out, count);
      before = bucket;
    }
  }

  static void encode(Sketch sketch, ByteArrayOutputStream out) {
    int[] before = {0};
    sketch.forEach((bucket, count) -> {
      varint(out, bucket - before[0]);
      varint(out, count);
      before[0] = bucket;
    });
  }

  /** Adds what is stored in {@code bytes[from, to)} to the sketch. */
  static void decode(byte[] bytes, int from, int to, Sketch into) {
    int bucket = 0;
    int at = from;
    while (at < to) {
      long delta = 0;
      int shift = 0;
      byte b;
      do {
        b = bytes[at++];
        delta |= (long) (b & 0x7f) << shift;
        shift += 7;
      } while (b < 0);
      long count = 0;
      shift = 0;
      do {
        b = bytes[at++];
        count |= (long) (b & 0x7f) << shift;
        shift += 7;
      } while (b < 0);
      bucket += (int) delta;
      into.add(bucket, count);
    }
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long v = value;
    while (v > 0x7f) {
      out.write((int) (v & 0x7f) | 0x80);
      v >>>= 7;
    }
    out.write((int) v);
  }
}
