package io.opencop.runtime.health;

import io.opencop.model.app.Probe;

/**
 * The last answers of one probe, counted.
 *
 * @param yes in a row
 * @param no in a row
 */
public record Tally(int yes, int no) {
  public static final Tally NONE = new Tally(0, 0);

  public Tally and(boolean answer) {
    return answer ? new Tally(yes + 1, 0) : new Tally(0, no + 1);
  }

  public boolean passed(Probe probe) {
    return yes >= probe.successes();
  }

  public boolean failed(Probe probe) {
    return no >= probe.failures();
  }
}
