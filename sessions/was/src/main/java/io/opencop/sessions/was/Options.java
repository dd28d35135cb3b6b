package io.opencop.sessions.was;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command line.
 *
 * @param port 1 to 65535, or 0 for any; {@code PORT} of the environment where it is not given
 * @param context path the application answers under; empty: all
 * @param tomcat the one that was asked for
 * @param work folder for the unpacked WAR and compiled pages; its content is replaced
 */
record Options(
    Path war, int port, String context, Optional<Tomcat> tomcat, String address, Path work) {
  private static final Set<String> KNOWN =
      Set.of("--war", "--port", "--context", "--tomcat", "--address", "--work");
  private static final int HIGHEST_PORT = 65_535;

  /**
   * @throws WasException naming everything that is wrong
   */
  static Options parse(List<String> arguments, Map<String, String> environment) {
    List<String> wrong = new ArrayList<>();
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i);
      if (!KNOWN.contains(name)) {
        wrong.add(name + " ?");
        i--;
      } else if (i + 1 == arguments.size()) {
        wrong.add(name + " = ?");
      } else {
        given.put(name, arguments.get(i + 1));
      }
    }
    if (!given.containsKey("--war") && !wrong.contains("--war = ?")) {
      wrong.add("--war = ?");
    }
    int port = port(given.getOrDefault("--port", environment.getOrDefault("PORT", "")), wrong);
    Optional<Tomcat> tomcat = Optional.ofNullable(given.get("--tomcat")).flatMap(Tomcat::of);
    if (given.containsKey("--tomcat") && tomcat.isEmpty()) {
      wrong.add("--tomcat = " + given.get("--tomcat"));
    }
    if (!wrong.isEmpty()) {
      throw new WasException(WasMessage.USAGE, null, String.join("; ", wrong));
    }
    return new Options(
        Path.of(given.get("--war")).toAbsolutePath(),
        port,
        context(given.getOrDefault("--context", "/")),
        tomcat,
        given.getOrDefault("--address", "127.0.0.1"),
        Path.of(given.getOrDefault("--work", "was")).toAbsolutePath());
  }

  private static int port(String text, List<String> wrong) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    wrong.add("--port = " + (text.isEmpty() ? "?" : text));
    return 0;
  }

  /** {@code /shop/} and {@code shop} are {@code /shop}; {@code /} is empty, as Tomcat has it. */
  private static String context(String text) {
    String plain = text.replaceAll("^/+|/+$", "");
    return plain.isEmpty() ? "" : "/" + plain;
  }
}
