package io.opencop.server.apps.logs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back the disk space of output that is in the store. The file is not cut: its writer is not
 * ours to stop, and a line printed between looking and cutting would be lost. A hole is punched
 * where the sent lines were (Linux, fallocate(2)), and positions stay as they are.
 */
final class SpentOutput {
  private static final Logger LOG = LoggerFactory.getLogger(SpentOutput.class);
  private static final long STEP = 16L << 20;

  private final Path file;
  private long punched;
  private boolean able = true;

  SpentOutput(Path file) {
    this.file = file;
  }

  void upTo(long position) {
    if (!able || position - punched < STEP) {
      return;
    }
    try {
      Process process =
          new ProcessBuilder(
                  "fallocate",
                  "--punch-hole",
                  "--offset",
                  "0",
                  "--length",
                  Long.toString(position),
                  file.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      able = process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      able = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    punched = position;
    if (!able) {
      LOG.warn("{} keeps what is in the store already: no holes can be punched here", file);
    }
  }
}
