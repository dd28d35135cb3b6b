package io.opencop.server.apps.keep;

import io.opencop.runtime.gateway.GatewayJvm;
import io.opencop.server.apps.OwnProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the gateway is started.
 *
 * @param folder where the routes are and its note will be
 * @param listen {@code host:port}
 * @param certificate with {@code key}, both or neither; PEM
 * @param otlp where its own telemetry goes; empty for nowhere
 * @param token for that; empty for none
 */
public record GatewayPlan(
    OwnProgram program,
    Path folder,
    String listen,
    Optional<Path> certificate,
    Optional<Path> key,
    String otlp,
    String token) {
  List<String> argv() {
    List<String> words =
        new ArrayList<>(List.of("gateway", "--folder", folder.toString(), "--listen", listen));
    certificate.ifPresent(file -> words.addAll(List.of("--tls-cert", file.toString())));
    key.ifPresent(file -> words.addAll(List.of("--tls-key", file.toString())));
    return program.argv(GatewayJvm.flags(), words);
  }

  /** What another life of it must have been told, to be the one that is wanted. */
  List<String> words(List<String> argv) {
    int at = argv.indexOf("gateway");
    return at < 0 ? List.of() : argv.subList(at, argv.size());
  }

  Map<String, String> environment() {
    Map<String, String> all = new HashMap<>();
    if (!otlp.isEmpty()) {
      all.put("OTEL_SERVICE_NAME", "opencop-gateway");
      all.put("OTEL_EXPORTER_OTLP_ENDPOINT", otlp);
      all.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    }
    if (!token.isEmpty()) {
      all.put("OTEL_EXPORTER_OTLP_HEADERS", "Authorization=Bearer%20" + token);
    }
    return all;
  }

  int port() {
    return Integer.parseInt(listen.substring(listen.lastIndexOf(':') + 1));
  }
}
