package io.opencop.server.config;

import io.opencop.model.message.Notice;
import io.opencop.server.message.ConfigMessage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What single values cannot show: whether they make sense together. */
final class ConfigCheck {
  private static final int LEAST_TOKEN = 16;
  private static final Pattern LISTEN =
      Pattern.compile(
          ".+:([0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])");

  private final Config config;
  private final Function<String, Origin> origin;
  private final List<Notice> problems = new ArrayList<>();

  private ConfigCheck(Config config, Function<String, Origin> origin) {
    this.config = config;
    this.origin = origin;
  }

  static List<Notice> check(Config config, Function<String, Origin> origin) {
    ConfigCheck check = new ConfigCheck(config, origin);
    check.doors();
    check.ports();
    check.tls();
    check.tokens();
    check.gateway();
    check.sessions();
    return check.problems;
  }

  /**
   * Off loopback nothing is open by accident: TLS, or a word that it is done elsewhere, and tokens.
   */
  private void doors() {
    Map<String, String> hosts =
        Map.of("web.host", config.web().host(), "otlp.host", config.otlp().host());
    for (String key : List.of("web.host", "otlp.host")) {
      String host = hosts.get(key);
      if (isLoopback(host)) {
        continue;
      }
      if (!config.tls().present() && !config.tls().behindTls()) {
        problems.add(ConfigMessage.NEEDS_TLS.with("key", key, "value", host));
      }
      if (key.equals("otlp.host") && config.otlp().tokens().isEmpty()) {
        problems.add(ConfigMessage.NEEDS_OTLP_TOKEN.with("key", key, "value", host));
      }
    }
  }

  /** A name that cannot be resolved is not loopback: the safe answer. */
  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private void ports() {
    record Listen(String key, String host, int port) {}
    List<Listen> all =
        List.of(
            new Listen("web.port", config.web().host(), config.web().port().number()),
            new Listen("otlp.grpc-port", config.otlp().host(), config.otlp().grpcPort().number()),
            new Listen("otlp.http-port", config.otlp().host(), config.otlp().httpPort().number()));
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        Listen a = all.get(i);
        Listen b = all.get(j);
        if (a.port() != 0 && a.port() == b.port() && a.host().equals(b.host())) {
          problems.add(
              ConfigMessage.SAME_PORT.with("key", a.key(), "other", b.key(), "value", a.port()));
        }
      }
    }
  }

  private void tls() {
    pem("tls", config.tls().certificate(), config.tls().key());
  }

  private void pem(String section, Optional<Path> certificate, Optional<Path> key) {
    String first = section + ".certificate";
    String second = section + ".key";
    if (certificate.isPresent() != key.isPresent()) {
      problems.add(
          ConfigMessage.HALF_TLS.with(
              "present", certificate.isPresent() ? first : second,
              "missing", certificate.isPresent() ? second : first));
    }
    certificate.ifPresent(p -> readable(first, p));
    key.ifPresent(p -> readable(second, p));
  }

  private void gateway() {
    GatewayConfig gateway = config.gateway();
    if (!LISTEN.matcher(gateway.listen()).matches()) {
      problems.add(
          ConfigMessage.BAD_VALUE.with(
              "place",
              origin.apply("gateway.listen"),
              "key",
              "gateway.listen",
              "value",
              gateway.listen(),
              "expected",
              "host:port, as in 127.0.0.1:8000"));
      return;
    }
    pem("gateway", gateway.certificate(), gateway.key());
    boolean safe = gateway.certificate().isPresent() || config.tls().behindTls();
    if (gateway.enabled() && !safe && !isLoopback(gateway.host())) {
      problems.add(ConfigMessage.GATEWAY_NEEDS_TLS.with("value", gateway.listen()));
    }
  }

  /** An operator's own cluster needs all three. */
  private void sessions() {
    SessionsConfig sessions = config.sessions();
    Map<String, Boolean> given = new TreeMap<>();
    given.put("sessions.external-servers", sessions.externalServers().isPresent());
    given.put("sessions.external-user", sessions.externalUser().isPresent());
    given.put("sessions.external-password", sessions.externalPassword().isPresent());
    List<String> present = given.keySet().stream().filter(given::get).toList();
    given.keySet().stream()
        .filter(key -> !present.isEmpty() && !given.get(key))
        .forEach(key ->
            problems.add(
                ConfigMessage.HALF_TLS.with("present", present.getFirst(), "missing", key)));
  }

  private void readable(String key, Path path) {
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      problems.add(
          ConfigMessage.UNREADABLE.with("place", origin.apply(key), "key", key, "value", path));
    }
  }

  private void tokens() {
    if (config.otlp().tokens().stream().anyMatch(ConfigCheck::weak)) {
      weak("otlp.tokens");
    }
    if (config.auth().tokens().stream().anyMatch(t -> weak(t.token()))) {
      weak("auth.tokens");
    }
  }

  private static boolean weak(Secret secret) {
    return secret.reveal().length() < LEAST_TOKEN;
  }

  private void weak(String key) {
    problems.add(
        ConfigMessage.WEAK_TOKEN.with(
            "place", origin.apply(key), "key", key, "least", LEAST_TOKEN));
  }
}
