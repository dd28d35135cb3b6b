package io.opencop.bench.support;

import io.opencop.bench.Bench;
import io.opencop.bench.target.Launch;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * One {@code cop bench} command with what it printed.
 *
 * @param code the exit code
 */
public record BenchRun(int code, String out, String err) {
  public static BenchRun of(String... arguments) {
    System.setProperty(Launch.MAIN, ServerMain.class.getName());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Bench.commandLine(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false)
            .execute(arguments);
    return new BenchRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  public String lastLine() {
    return out.strip().lines().reduce("", (a, b) -> b);
  }
}
