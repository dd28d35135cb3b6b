package io.opencop.cli.command;

import io.opencop.cli.Terminal;
import io.opencop.server.config.ConfigLoader;
import io.opencop.server.config.ConfigSources;
import io.opencop.server.config.LoadedConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What every command that reads or runs the platform's configuration takes. */
final class PlatformOptions {
  @Option(names = "--config", paramLabel = "FILE")
  Path config;

  @Option(names = "--set", paramLabel = "KEY=VALUE")
  List<String> set;

  @Option(names = "--data", paramLabel = "DIR")
  Path data;

  @Option(names = "--port", paramLabel = "PORT")
  String port;

  LoadedConfig load(Terminal terminal, List<String> weaker) {
    List<String> flags = new ArrayList<>(weaker);
    if (set != null) {
      flags.addAll(set);
    }
    if (data != null) {
      flags.add("data.dir=" + data);
    }
    if (port != null) {
      flags.add("web.port=" + port);
    }
    return ConfigLoader.load(
        new ConfigSources(file(terminal), terminal.environment(), flags, terminal.home()));
  }

  /** {@code --config}, then {@code COP_CONFIG}, then {@code opencop.yaml} in {@code COP_HOME}. */
  private Optional<Path> file(Terminal terminal) {
    String variable = terminal.environment().getOrDefault("COP_CONFIG", "");
    if (config != null) {
      return Optional.of(config);
    }
    if (!variable.isEmpty()) {
      return Optional.of(Path.of(variable));
    }
    return Optional.of(terminal.copHome().resolve("opencop.yaml")).filter(Files::exists);
  }
}
