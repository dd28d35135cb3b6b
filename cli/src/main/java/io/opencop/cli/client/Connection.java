package io.opencop.cli.client;

import io.opencop.cli.CliMessage;
import io.opencop.cli.Terminal;
import io.opencop.model.message.CopException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the platform is and how to sign in: flag, then {@code COP_URL} / {@code COP_TOKEN}, then
 * the only platform this user runs. The local admin token goes to the platform that wrote it, and
 * nowhere else, whatever URL is named.
 *
 * @param source where the token came from, for the person whose token is not accepted
 * @param data the data folder, where the platform is one of this user's
 */
public record Connection(String url, Optional<String> token, String source, Optional<Path> data) {
  private static final String DEFAULT_URL = "http://127.0.0.1:4900";

  public static Connection find(Terminal terminal, String url, String token) {
    RunningPlatforms platforms = new RunningPlatforms(terminal);
    String given = first(token);
    String variable = first(terminal.environment().get("COP_TOKEN"));
    String secret = first(given, variable);
    String named = first(url, terminal.environment().get("COP_URL"));
    if (named.isEmpty()) {
      named = onlyOne(platforms.living(), secret).map(RunningPlatform::url).orElse(DEFAULT_URL);
    }
    URI uri = address(named);
    Optional<RunningPlatform> own = platforms.at(uri);
    if (!secret.isEmpty()) {
      return new Connection(
          bare(named),
          Optional.of(secret),
          given.isEmpty() ? "COP_TOKEN" : "--token",
          own.map(RunningPlatform::data));
    }
    return own.map(p -> signedIn(p, uri)).orElseGet(() -> stranger(bare(uri.toString())));
  }

  /** With the platform's own token. */
  static Connection of(RunningPlatform platform) {
    return signedIn(platform, URI.create(platform.url()));
  }

  /** Those a command without {@code --url} or {@code COP_URL} is about; none where one is named. */
  public static List<RunningPlatform> candidates(Terminal terminal, String url) {
    boolean named = !first(url, terminal.environment().get("COP_URL")).isEmpty();
    return named ? List.of() : new RunningPlatforms(terminal).living();
  }

  /** Guessing would act on the wrong platform, so more than one is a question back. */
  private static Optional<RunningPlatform> onlyOne(List<RunningPlatform> living, String secret) {
    if (living.size() > 1) {
      throw new CopException(
          CliMessage.SEVERAL_RUNNING.with(
              "count",
              living.size(),
              "platforms",
              RunningPlatforms.lines(living),
              "url",
              living.getFirst().url()));
    }
    if (living.isEmpty() && secret.isEmpty()) {
      throw new CopException(CliMessage.NONE_RUNNING.with());
    }
    return living.stream().findFirst();
  }

  /**
   * Without TLS the recorded address is used and not its other name: {@code localhost} may lead to
   * {@code ::1}, where somebody else may listen on the same port.
   */
  private static Connection signedIn(RunningPlatform platform, URI named) {
    boolean tls = "https".equalsIgnoreCase(named.getScheme());
    return new Connection(
        bare(tls ? named.toString() : platform.url()),
        platform.listens() ? read(platform.tokenFile()) : Optional.empty(),
        platform.tokenFile().toString(),
        Optional.of(platform.data()));
  }

  private static Connection stranger(String url) {
    return new Connection(url, Optional.empty(), "", Optional.empty());
  }

  private static URI address(String url) {
    try {
      URI uri = URI.create(url);
      boolean web = String.valueOf(uri.getScheme()).matches("(?i)https?");
      if (web && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new CopException(CliMessage.NOT_A_URL.with("url", url), e);
    }
    throw new CopException(CliMessage.NOT_A_URL.with("url", url));
  }

  private static String bare(String url) {
    return url.replaceAll("/+$", "");
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file).strip()).filter(t -> !t.isEmpty());
    } catch (IOException e) {
      return Optional.empty(); // another user's
    }
  }

  private static String first(String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null && !candidate.isBlank()) {
        return candidate.trim();
      }
    }
    return "";
  }

  /** Which platform this is, for the output of what changes or copies it. */
  @Override
  public String toString() {
    return url + data.map(d -> " (" + d + ")").orElse("");
  }
}
