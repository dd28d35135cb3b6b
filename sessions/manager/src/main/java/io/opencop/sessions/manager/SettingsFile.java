package io.opencop.sessions.manager;

import io.opencop.sessions.manager.users.Duplicates;
import io.opencop.sessions.manager.users.Pseudonyms;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The properties file in which the platform tells an instance where its sessions are: {@code
 * servers}, {@code user}, {@code password}, {@code cache}, {@code app}, {@code unreachable}
 * (wait|local|refuse), {@code wait-ms}, {@code max-attribute-bytes}, {@code allow} (with commas),
 * {@code timeout} (seconds), {@code duplicate-login} (allow|refuse-new|end-old), {@code
 * user-attribute}, {@code user-key} (base64), {@code shared} (true|false), {@code cookie-domain}.
 * The first three and {@code app} are needed. A key nobody knows is logged and left aside, because
 * the platform may be newer than this.
 */
public final class SettingsFile {
  /** The environment variable that names the file. */
  public static final String VARIABLE = "OPENCOP_SESSIONS_FILE";

  private static final Logger LOG = Logger.getLogger(SettingsFile.class.getName());
  private static final Set<String> KNOWN =
      Set.of(
          "servers",
          "user",
          "password",
          "cache",
          "app",
          "unreachable",
          "wait-ms",
          "max-attribute-bytes",
          "allow",
          "timeout",
          "duplicate-login",
          "user-attribute",
          "user-key",
          "shared",
          "cookie-domain");

  private final Path file;
  private final Properties values = new Properties();
  private final List<String> wrong = new ArrayList<>();

  private SettingsFile(Path file) {
    this.file = file;
  }

  /**
   * @throws IllegalArgumentException naming everything that is wrong with it
   */
  public static SessionSettings read(Path file) {
    return new SettingsFile(file).settings();
  }

  private SessionSettings settings() {
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      values.load(text);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          SessionMessage.SETTINGS_UNREADABLE.here(file, e.toString()), e);
    }
    Set<String> unknown = new TreeSet<>(values.stringPropertyNames());
    unknown.removeAll(KNOWN);
    unknown.forEach(key -> LOG.warning(SessionMessage.SETTINGS_UNKNOWN.here(file, key)));
    SessionSettings plain =
        SessionSettings.of(needed("servers"), needed("user"), needed("password"), needed("app"));
    SessionSettings all =
        plain
            .cache(text("cache", plain.grid().cache()))
            .unreachable(
                choice("unreachable", plain.outage().unreachable()),
                Duration.ofMillis(number("wait-ms", (int) plain.outage().waitAtMost().toMillis())))
            .maxAttributeBytes(number("max-attribute-bytes", plain.attributes().maxBytes()))
            .allow(words("allow"))
            .timeout(number("timeout", 0))
            .logins(logins(plain))
            .shared(new SharedSettings(yes("shared"), text("cookie-domain", "")));
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          SessionMessage.SETTINGS_WRONG.here(file, String.join("; ", wrong)));
    }
    return all;
  }

  private String text(String key, String otherwise) {
    String value = values.getProperty(key, "").strip();
    return value.isEmpty() ? otherwise : value;
  }

  private String needed(String key) {
    String value = text(key, "");
    if (value.isEmpty()) {
      wrong.add(key + " = ?");
      // Refused at the end, with everything else that is wrong.
      return "?";
    }
    return value;
  }

  private int number(String key, int otherwise) {
    String value = text(key, Integer.toString(otherwise));
    try {
      int number = Integer.parseInt(value);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as a negative one.
    }
    wrong.add(key + " = " + value + " (0..)");
    return otherwise;
  }

  private LoginSettings logins(SessionSettings plain) {
    return new LoginSettings(
        choice("duplicate-login", Duplicates.ALLOW),
        text("user-attribute", plain.logins().userAttribute()),
        pseudonyms(plain.logins().pseudonyms()));
  }

  private Pseudonyms pseudonyms(Pseudonyms otherwise) {
    String key = text("user-key", "");
    try {
      return key.isEmpty() ? otherwise : Pseudonyms.of(Base64.getDecoder().decode(key));
    } catch (IllegalArgumentException e) {
      wrong.add("user-key = ? (base64)");
      return otherwise;
    }
  }

  private boolean yes(String key) {
    String value = text(key, "false");
    if (!value.equals("true") && !value.equals("false")) {
      wrong.add(key + " = " + value + " (true|false)");
    }
    return value.equals("true");
  }

  private <E extends Enum<E>> E choice(String key, E otherwise) {
    E[] all = otherwise.getDeclaringClass().getEnumConstants();
    String value = text(key, word(otherwise));
    for (E one : all) {
      if (word(one).equalsIgnoreCase(value)) {
        return one;
      }
    }
    String choices = Arrays.stream(all).map(SettingsFile::word).collect(Collectors.joining("|"));
    wrong.add(key + " = " + value + " (" + choices + ")");
    return otherwise;
  }

  private static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private List<String> words(String key) {
    return Arrays.stream(text(key, "").split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
