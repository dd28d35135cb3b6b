package io.opencop.telemetry.rollup;

/** How much of what an instance sent, whatever it was about. */
public record VolumeKey(String service, String instance, What what) {
  /** What is counted. */
  public enum What {
    SPANS(0),
    LOGS(1),
    ERROR_LOGS(2),
    POINTS(3);

    private final int index;

    What(int index) {
      this.index = index;
    }

    /** Place in an array of counts, below 4. */
    int index() {
      return index;
    }
  }
}
