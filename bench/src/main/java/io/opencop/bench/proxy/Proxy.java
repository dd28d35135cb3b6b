package io.opencop.bench.proxy;

import io.opencop.bench.target.BenchException;
import io.opencop.bench.target.Usage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** One proxy that runs, with what its processes have used. It dies with this process. */
final class Proxy implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final String name;
  private final Process process;
  private final Thread undertaker;
  private int port;

  private Proxy(String name, Process process) {
    this.name = name;
    this.process = process;
    this.undertaker = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(undertaker);
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param log gets everything it says
   * @param port asked until it is not 0
   */
  static Proxy start(String name, List<String> command, Path log, IntSupplier port) {
    Proxy proxy;
    try {
      proxy =
          new Proxy(
              name,
              new ProcessBuilder(command)
                  .redirectErrorStream(true)
                  .redirectOutput(log.toFile())
                  .start());
    } catch (IOException e) {
      throw new BenchException(name + ": " + e.getMessage(), e);
    }
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!proxy.listens(port.getAsInt())) {
      if (!proxy.process.isAlive() || System.nanoTime() > end) {
        proxy.close();
        throw new BenchException(name + " does not start:\n" + said(log));
      }
      sleep();
    }
    return proxy;
  }

  private static void sleep() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
  }

  private boolean listens(int asked) {
    if (asked == 0) {
      return false;
    }
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), asked)) {
      port = asked;
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static String said(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return log + ": " + e.getMessage();
    }
  }

  String name() {
    return name;
  }

  int port() {
    return port;
  }

  /** User and system time of it and its workers. */
  double cpuSeconds() {
    try (Stream<ProcessHandle> workers = process.descendants()) {
      return Usage.cpuSeconds(process.toHandle()) + workers.mapToDouble(Usage::cpuSeconds).sum();
    }
  }

  double rssMb() {
    try (Stream<ProcessHandle> workers = process.descendants()) {
      return Usage.rssMb(process.toHandle()) + workers.mapToDouble(Usage::rssMb).sum();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      Runtime.getRuntime().removeShutdownHook(undertaker);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException _) {
      // This process is ending itself; the hook runs.
    }
  }
}
