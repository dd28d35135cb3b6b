package io.opencop.bench.failover;

/**
 * One request of a user.
 *
 * @param at which attribute a write sets
 * @param sequence of the user's writes; the value is made of it
 */
record Ask(Kind kind, int at, int sequence) {
  static final Ask LOG_IN = new Ask(Kind.LOG_IN, -1, 0);
  static final Ask READ = new Ask(Kind.READ, -1, 0);

  /** What a user does. */
  enum Kind {
    LOG_IN("POST /login"),
    READ("GET /"),
    WRITE("POST /set");

    private final String line;

    Kind(String line) {
      this.line = line;
    }

    String line() {
      return line;
    }
  }

  static Ask write(int at, int sequence) {
    return new Ask(Kind.WRITE, at, sequence);
  }

  /** Whether it may be sent again whatever became of it (RFC 9110, 9.2.2). */
  boolean isIdempotent() {
    return kind == Kind.READ;
  }
}
