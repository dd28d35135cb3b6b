package io.opencop.telemetry.rollup;

/**
 * What entry spans are counted under.
 *
 * @param kind span kind, {@code server} or {@code consumer}
 * @param root no parent: the request came from outside
 */
public record RedKey(
    String service, String version, String operation, String kind, boolean root, boolean error) {

  /** What operations beyond a service's limit are folded into. */
  public static final String OTHER = "(other)";
}
