package io.opencop.shop.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code --name value} or {@code --name=value} over environment over default; collects mistakes.
 */
final class Options {
  private static final Set<String> FLAGS = Set.of("detached", "runtime");
  private static final Set<String> KNOWN =
      Set.of("otlp", "otlp-protocol", "api", "rate", "base-port", "work", "innocent");

  private final Map<String, String> given = new HashMap<>();
  private final Map<String, String> env;
  private final List<String> mistakes = new ArrayList<>();

  Options(List<String> args, Map<String, String> env) {
    this.env = env;
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      String name = arg.replaceFirst("^--", "").replaceFirst("=.*", "");
      if (!arg.startsWith("--") || !(KNOWN.contains(name) || FLAGS.contains(name))) {
        mistakes.add("unknown option " + arg + " (run with --help for the list)");
      } else if (FLAGS.contains(name)) {
        given.put(name, "true");
      } else if (arg.contains("=")) {
        given.put(name, arg.substring(arg.indexOf('=') + 1));
      } else if (i + 1 < args.size()) {
        given.put(name, args.get(++i));
      } else {
        mistakes.add(arg + " needs a value");
      }
    }
  }

  boolean flag(String name) {
    return given.containsKey(name);
  }

  Path path(String name, String variable, Path otherwise) {
    return Path.of(text(name, variable, otherwise.toString())).toAbsolutePath().normalize();
  }

  String oneOf(String name, String variable, String otherwise, List<String> allowed) {
    String value = text(name, variable, otherwise);
    if (!allowed.contains(value)) {
      mistakes.add("--" + name + " is " + value + ", expected one of " + allowed);
    }
    return value;
  }

  /** Empty only when the value is; a mistake yields a URI nobody will use. */
  Optional<URI> uri(String name, String variable, String otherwise) {
    String value = text(name, variable, otherwise);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.matches("https?://[^\\s/]+(/\\S*)?")) {
      return Optional.of(URI.create(value));
    }
    mistakes.add("--" + name + " is " + value + ", expected http://host:port or https://host:port");
    return Optional.of(URI.create("http://127.0.0.1:9"));
  }

  double number(String name, String variable, double otherwise, double least, double most) {
    String value = text(name, variable, String.valueOf(otherwise));
    try {
      double number = Double.parseDouble(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    mistakes.add(
        "--" + name + " is " + value + ", expected a number from " + least + " to " + most);
    return otherwise;
  }

  List<String> mistakes() {
    return mistakes;
  }

  private String text(String name, String variable, String otherwise) {
    String fromEnv = env.getOrDefault(variable, "");
    return given.getOrDefault(name, fromEnv.isEmpty() ? otherwise : fromEnv);
  }
}
