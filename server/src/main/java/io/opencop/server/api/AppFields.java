package io.opencop.server.api;

import io.opencop.model.app.App;
import io.opencop.model.app.EnvValue;
import io.opencop.model.app.Probe;
import io.opencop.model.app.Release;
import io.opencop.model.app.SessionSettings;
import io.opencop.model.app.Source;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a release is made of, field by field under the manifest's own names. How many instances run
 * and which requests they get is no matter of a release, and is not in it.
 */
final class AppFields {
  /** Names of variables whose values nobody is shown, however they got into a manifest. */
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i)pass(word|wd|phrase)?|secret|token|credential|private|api[-_.]?key|(^|[-_.])(key|auth|dsn|pw|pwd)($|[-_.])");

  /** A password within an address, as in {@code jdbc:postgresql://user:pw@host/db}. */
  private static final Pattern SECRET_VALUE =
      Pattern.compile("://[^/\\s@]*:[^/\\s@]+@|(?i)[?&;](password|passwd|pwd|token|secret)=");

  private final Map<String, Field> fields = new TreeMap<>();

  private AppFields() {}

  /** Who may read a value. */
  enum For {
    EVERYBODY,
    /** Who may apply a manifest may run any program here, so it keeps nothing from them. */
    OPERATORS,
    NOBODY
  }

  /** A value and who may read it. */
  record Field(String value, For readers) {}

  static Map<String, Field> of(Release release) {
    AppFields all = new AppFields();
    App app = release.app();
    all.source(app.source(), release.artefact());
    all.put("spec.port", app.port() == 0 ? "" : Integer.toString(app.port()));
    app.env().forEach((name, value) -> all.env("spec.env." + name, name, value));
    all.put("spec.resources.memory", Long.toString(app.resources().memoryBytes()));
    all.put("spec.resources.cpu", Double.toString(app.resources().cpu()));
    all.probe("spec.health.readiness", app.health().readiness());
    all.probe("spec.health.liveness", app.health().liveness());
    all.put("spec.health.startup", app.health().startup());
    all.put("spec.stop.drain", app.stop().drain());
    all.put("spec.stop.grace", app.stop().grace());
    all.sessions(app.sessions());
    return all.fields;
  }

  private void source(Source source, String artefact) {
    switch (source) {
      case Source.Jar _ -> put("spec.source.jar", artefact);
      case Source.War _ -> put("spec.source.war", artefact);
      case Source.StaticSite site -> {
        put("spec.source.static", artefact);
        put("spec.source.singlePage", Boolean.toString(site.singlePage()));
      }
      case Source.Command command -> {
        String line = String.join(" ", command.argv());
        boolean secret = SECRET_NAME.matcher(line).find() || SECRET_VALUE.matcher(line).find();
        fields.put("spec.source.command", new Field(line, secret ? For.NOBODY : For.OPERATORS));
      }
      case Source.Image image -> put("spec.source.image", image.reference());
    }
  }

  private void env(String field, String name, EnvValue value) {
    switch (value) {
      case EnvValue.Plain plain -> {
        boolean secret =
            SECRET_NAME.matcher(name).find() || SECRET_VALUE.matcher(plain.value()).find();
        fields.put(field, new Field(plain.value(), secret ? For.NOBODY : For.OPERATORS));
      }
      // Which secret is no secret.
      case EnvValue.Secret s -> put(field, "secret " + s.name() + "/" + s.key());
    }
  }

  private void probe(String field, Probe probe) {
    if (probe == null) {
      return;
    }
    switch (probe.check()) {
      case Probe.Check.Http http -> put(field + ".http", http.path());
      case Probe.Check.Tcp() -> put(field + ".tcp", "true");
      case Probe.Check.LogLine line -> put(field + ".log", line.pattern());
      case Probe.Check.Guess() -> {}
    }
    put(field + ".period", probe.period());
    put(field + ".timeout", probe.timeout());
    put(field + ".failures", Integer.toString(probe.failures()));
    put(field + ".successes", Integer.toString(probe.successes()));
  }

  private void sessions(SessionSettings sessions) {
    put("spec.sessions", sessions == null ? "" : "{}");
    if (sessions == null) {
      return;
    }
    put("spec.sessions.timeout", sessions.timeout());
    put("spec.sessions.unreachable", sessions.unreachable().name().toLowerCase(Locale.ROOT));
    put("spec.sessions.duplicateLogin", sessions.duplicate().name().toLowerCase(Locale.ROOT));
    put("spec.sessions.userAttribute", sessions.userAttribute());
    put("spec.sessions.shared", sessions.shared());
    put("spec.sessions.domain", sessions.domain());
  }

  private void put(String field, Duration value) {
    put(field, value == null ? "" : seconds(value));
  }

  /** As a manifest writes it: 90s, 500ms. */
  private static String seconds(Duration value) {
    return value.toMillis() % 1000 == 0 ? value.toSeconds() + "s" : value.toMillis() + "ms";
  }

  private void put(String field, String value) {
    if (value != null && !value.isEmpty()) {
      fields.put(field, new Field(value, For.EVERYBODY));
    }
  }
}
