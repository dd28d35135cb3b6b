package io.opencop.model.app;

import java.time.Duration;

/**
 * A question put to an instance over and over (Kubernetes, "Probe").
 *
 * @param period between two questions
 * @param timeout of one question
 * @param failures in a row that count as no
 * @param successes in a row that count as yes
 */
public record Probe(Check check, Duration period, Duration timeout, int failures, int successes) {

  /** What is asked. */
  public sealed interface Check {
    /** A GET of this path answers 200 to 399. */
    record Http(String path) implements Check {}

    /** The port takes connections. */
    record Tcp() implements Check {}

    /** A line with a match of this regular expression has been printed. Says yes once, for good. */
    record LogLine(String pattern) implements Check {}

    /** The framework's own health address where it has one, else that the port is open. */
    record Guess() implements Check {}
  }
}
