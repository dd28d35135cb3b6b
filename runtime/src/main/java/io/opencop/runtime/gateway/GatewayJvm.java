package io.opencop.runtime.gateway;

import java.util.List;

/**
 * The JVM of a gateway, the same whoever starts it: a person ({@code cop gateway}), the platform or
 * the benchmark.
 */
public final class GatewayJvm {
  private GatewayJvm() {}

  /** Flags beside those that every process of the program has. */
  public static List<String> flags() {
    return List.of(
        // Bodies are in direct buffers; the heap holds some small objects for each request, and a
        // young generation that outlasts many requests makes collecting them nearly free.
        "-XX:+UseSerialGC",
        "-Xms64m",
        "-Xmx128m",
        "-Xmn40m",
        "-XX:MaxDirectMemorySize=128m",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:ReservedCodeCacheSize=48m",
        "-Dio.netty.leakDetection.level=disabled",
        // Asks the clock twice for every event, to warn of slow ones.
        "-Dvertx.disableContextTimings=true");
  }
}
