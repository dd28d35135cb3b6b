package io.opencop.server.api;

/** Is told of every answered call; the platform watches itself through this. */
@FunctionalInterface
public interface ApiObserver {
  /**
   * @param operation operationId of the contract; "static" for files
   * @param startNanos System.nanoTime of its arrival; likewise {@code endNanos}
   */
  void answered(String operation, String method, int status, long startNanos, long endNanos);
}
