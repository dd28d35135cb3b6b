package io.opencop.cli.command;

import io.opencop.cli.Terminal;
import java.util.concurrent.Callable;

/** A command with its terminal. The value is the exit code. */
abstract class CopCommand implements Callable<Integer> {
  static final int OK = 0;

  /** The command ran and the answer is no: something is missing, unhealthy or was not reached. */
  static final int FAILED = 1;

  final Terminal terminal;

  CopCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  String say(String en, String ko) {
    return terminal.say(en, ko);
  }
}
