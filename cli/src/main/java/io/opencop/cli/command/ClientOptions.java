package io.opencop.cli.command;

import io.opencop.cli.Terminal;
import io.opencop.cli.client.Api;
import io.opencop.cli.client.Connection;
import io.opencop.cli.client.Query;
import io.opencop.cli.output.Format;
import io.opencop.cli.output.Printer;
import picocli.CommandLine.Option;

/** What every command that asks the platform takes. */
final class ClientOptions {
  @Option(names = "--url", paramLabel = "URL")
  String url;

  @Option(names = "--token", paramLabel = "TOKEN")
  String token;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "table|wide|name|json|yaml",
      defaultValue = "TABLE")
  Format output;

  @Option(names = "--from", paramLabel = "TIME")
  String from;

  @Option(names = "--to", paramLabel = "TIME")
  String to;

  Api api(Terminal terminal) {
    return new Api(Connection.find(terminal, url, token), terminal.lang());
  }

  /**
   * The same for what changes or copies a platform: says first which one, beside the result so that
   * a pipe does not carry it.
   */
  Api namedApi(Terminal terminal) {
    Connection connection = Connection.find(terminal, url, token);
    terminal.err().println(terminal.say("Platform: ", "플랫폼: ") + connection);
    return new Api(connection, terminal.lang());
  }

  Printer printer(Terminal terminal) {
    return new Printer(terminal, output);
  }

  Query range() {
    return new Query().with("from", time(from)).with("to", time(to));
  }

  /** {@code 15m} is short for {@code now-15m}; everything else goes to the API as it is. */
  static String time(String text) {
    return text != null && text.matches("[0-9]{1,9}(ms|s|m|h|d)") ? "now-" + text : text;
  }
}
