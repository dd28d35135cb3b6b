package io.opencop.runtime.gateway.telemetry;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the gateway's own telemetry goes, by the variables every OpenTelemetry program knows.
 *
 * @param endpoint OTLP over HTTP, without the path of a signal
 * @param headers of each request, a token for example
 * @param service name of the gateway as a service
 * @param ratio of the traces that begin here: 0 none, 1 all (as far as there is room)
 */
public record TelemetrySettings(
    URI endpoint, Map<String, String> headers, String service, double ratio) {
  /** Empty where no endpoint is named, or none that can be read. */
  public static Optional<TelemetrySettings> of(Map<String, String> environment) {
    String endpoint = environment.getOrDefault("OTEL_EXPORTER_OTLP_ENDPOINT", "");
    try {
      URI uri = URI.create(endpoint.replaceAll("/+$", ""));
      if (!"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
        return Optional.empty();
      }
      return Optional.of(
          new TelemetrySettings(
              uri,
              headers(environment.getOrDefault("OTEL_EXPORTER_OTLP_HEADERS", "")),
              environment.getOrDefault("OTEL_SERVICE_NAME", "opencop-gateway"),
              ratio(environment.get("OTEL_TRACES_SAMPLER_ARG"))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Map<String, String> headers(String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String one : text.split(",", -1)) {
      int at = one.indexOf('=');
      if (at > 0) {
        headers.put(
            one.substring(0, at).strip(),
            URLDecoder.decode(one.substring(at + 1).strip(), StandardCharsets.UTF_8));
      }
    }
    return headers;
  }

  private static double ratio(String text) {
    return text == null ? 1 : Math.clamp(Double.parseDouble(text), 0.0, 1.0);
  }

  /** Without the headers: they hold a token. */
  @Override
  public String toString() {
    return "TelemetrySettings[" + endpoint + ", " + service + ", " + ratio + "]";
  }
}
