package io.opencop.telemetry.drain;

import java.nio.charset.StandardCharsets;

/** What the lines of one log statement have in common. Its id stays, its text may generalise. */
public final class Template {
  /** Stands where values vary. */
  public static final String VALUE = "<*>";

  private final long id;
  private final String service;

  // Tokens as hashes, 0 for a value; the words as text; what stands between them.
  final long[] tokens;
  final String[] words;
  final String[] between;
  int values;
  private volatile String text;
  private volatile Template mergedInto;

  Template(long id, String service, long[] tokens, String[] words, String[] between) {
    this.id = id;
    this.service = service;
    this.tokens = tokens;
    this.words = words;
    this.between = between;
    render();
  }

  /** Makes a template of the line that was just split. */
  static Template of(long id, String service, Tokens line, byte[] buf) {
    int n = line.count;
    long[] tokens = new long[n];
    String[] words = new String[n];
    String[] between = new String[n + 1];
    int at = line.lineFrom;
    for (int i = 0; i < n; i++) {
      tokens[i] = line.hashes[i];
      between[i] = text(buf, at, line.from[i]);
      words[i] = tokens[i] == Tokens.VALUE ? null : text(buf, line.from[i], line.to[i]);
      at = line.to[i];
    }
    between[n] = text(buf, at, line.lineTo);
    return new Template(id, service, tokens, words, between);
  }

  private static String text(byte[] buf, int from, int to) {
    return from >= to ? "" : new String(buf, from, to - from, StandardCharsets.UTF_8);
  }

  /** Counts from 1; never given twice, and the same after a restart. */
  public long id() {
    return id;
  }

  /** Whose lines these are. */
  public String service() {
    return service;
  }

  /** The line with {@link #VALUE} where it varies; safe to ask from any thread. */
  public String text() {
    return current().text;
  }

  /** The template that this one became part of, or itself. */
  public Template current() {
    Template t = this;
    while (t.mergedInto != null) {
      t = t.mergedInto;
    }
    return t;
  }

  boolean merged() {
    return mergedInto != null;
  }

  void mergeInto(Template other) {
    mergedInto = other;
  }

  int wordCount() {
    return tokens.length - values;
  }

  /** Turns the words at these positions (bits) into values. */
  void generalise(long positions) {
    for (int i = 0; i < tokens.length; i++) {
      if ((positions >>> i & 1) != 0) {
        tokens[i] = Tokens.VALUE;
        words[i] = null;
      }
    }
    render();
  }

  private void render() {
    StringBuilder b = new StringBuilder();
    values = 0;
    for (int i = 0; i < tokens.length; i++) {
      b.append(between[i]).append(words[i] == null ? VALUE : words[i]);
      values += words[i] == null ? 1 : 0;
    }
    String line = b.append(between[tokens.length]).toString().strip();
    text = line.isEmpty() ? "(empty)" : line;
  }
}
