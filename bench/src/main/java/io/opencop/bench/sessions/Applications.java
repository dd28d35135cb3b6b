package io.opencop.bench.sessions;

import io.opencop.bench.target.Lib;
import java.util.ArrayList;
import java.util.List;

/** The same JVM for both applications. */
final class Applications {
  private Applications() {}

  static List<String> java(List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(Lib.java().toString());
    command.addAll(
        List.of(
            "-Xms256m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(more);
    return command;
  }
}
