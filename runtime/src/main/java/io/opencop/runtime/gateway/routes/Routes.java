package io.opencop.runtime.gateway.routes;

import java.util.List;

/**
 * Everything the gateway knows, in one file.
 *
 * @param revision counts up with each writing; says which one is in force
 * @param startTraces give a traceparent to requests that come without one
 * @param trustedProxies addresses whose Forwarded and X-Forwarded fields are believed
 */
public record Routes(
    long revision, boolean startTraces, List<String> trustedProxies, List<AppRoutes> apps) {
  public static final Routes NONE = new Routes(0, List.of());

  public Routes {
    trustedProxies = trustedProxies == null ? List.of() : List.copyOf(trustedProxies);
    apps = apps == null ? List.of() : List.copyOf(apps);
  }

  public Routes(long revision, List<AppRoutes> apps) {
    this(revision, false, List.of(), apps);
  }
}
