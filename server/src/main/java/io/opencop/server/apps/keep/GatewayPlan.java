package io.opencop.server.apps.keep;

import io.opencop.runtime.gateway.GatewayJvm;
import io.opencop.runtime.gateway.GatewaySettings.Origin;
import io.opencop.server.Version;
import io.opencop.server.apps.OwnProgram;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
  private static final String LISTEN = "--listen";

  /**
   * @param takeOver from the gateway that serves
   */
  List<String> argv(boolean takeOver) {
    List<String> words =
        new ArrayList<>(List.of("gateway", "--folder", folder.toString(), LISTEN, listen));
    certificate.ifPresent(file -> words.addAll(List.of("--tls-cert", file.toString())));
    key.ifPresent(file -> words.addAll(List.of("--tls-key", file.toString())));
    if (takeOver) {
      words.add("--take-over");
    }
    return program.argv(GatewayJvm.flags(), words);
  }

  /** Whether another life of it was told to listen elsewhere: what it has then is of no use. */
  boolean elsewhere(List<String> argv) {
    int at = argv.indexOf(LISTEN);
    return at < 0 || at + 1 == argv.size() || !argv.get(at + 1).equals(listen);
  }

  /**
   * @param digest it is to tell of itself
   */
  Map<String, String> environment(String digest) {
    Map<String, String> all = new HashMap<>(telemetry());
    all.put(Origin.VARIABLE, digest);
    return all;
  }

  private Map<String, String> telemetry() {
    Map<String, String> all = new TreeMap<>();
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

  /** The same for the same program with the same settings, and only then. */
  String digest() {
    Digest digest = new Digest();
    digest.text(Version.text()).text(Runtime.version().toString());
    argv(false).stream().filter(w -> !w.startsWith("-XX:AOTCache=")).forEach(digest::text);
    telemetry().forEach((name, value) -> digest.text(name).text(value));
    for (String entry : program.classPath().split(File.pathSeparator, -1)) {
      digest.file(Path.of(entry));
    }
    certificate.ifPresent(digest::file);
    key.ifPresent(digest::file);
    return digest.end();
  }

  int port() {
    return Integer.parseInt(listen.substring(listen.lastIndexOf(':') + 1));
  }
}
