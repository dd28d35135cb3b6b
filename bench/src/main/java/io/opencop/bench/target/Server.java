package io.opencop.bench.target;

import io.opencop.bench.drive.Packing;
import io.opencop.bench.drive.Target;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real server in a process of its own on loopback. It dies with this process. */
public final class Server implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private final Process process;
  private final Thread undertaker;
  private final Ports ports;
  private final Path data;
  private final Path log;
  private final long startedNanos;
  private double readySeconds;
  private double readyCpuSeconds;
  private Api api;

  private Server(Process process, Ports ports, Path data, Path log, long startedNanos) {
    this.process = process;
    this.ports = ports;
    this.data = data;
    this.log = log;
    this.startedNanos = startedNanos;
    undertaker = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(undertaker);
  }

  /** Starts it, without waiting for it. Its output goes to {@code server.log} beside the data. */
  public static Server launch(Path data, List<String> jvm, List<String> settings) {
    Ports ports = Ports.free();
    return launch(Launch.command(data, ports, jvm, settings), ports, data);
  }

  /** A new process on the same data and ports as this one, which has ended; waits until ready. */
  public Server again(List<String> jvm, List<String> settings) {
    return ready(launch(Launch.command(data, ports, jvm, settings), ports, data));
  }

  private static Server launch(List<String> command, Ports ports, Path data) {
    Path log = data.resolveSibling("server.log");
    long started = System.nanoTime();
    try {
      Files.createDirectories(data.getParent());
      ProcessBuilder builder = new ProcessBuilder(command);
      // Nothing of this user's own platform may be read or overwritten.
      builder.environment().keySet().removeIf(k -> k.startsWith("COP_"));
      builder.environment().put("COP_HOME", data.resolveSibling("home").toString());
      Process process =
          builder
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new Server(process, ports, data, log, started);
    } catch (IOException e) {
      throw new BenchException("the server could not be started: " + e.getMessage(), e);
    }
  }

  /** Starts it and waits until it answers that it is ready. */
  public static Server start(Path data, List<String> jvm, List<String> settings) {
    return ready(launch(data, jvm, settings));
  }

  /**
   * Starts it as a person does, with {@code ./cop up}. The script becomes the server's process, so
   * that its CPU and memory are told as ever.
   */
  public static Server startByScript(Path data, List<String> settings) {
    Ports ports = Ports.free();
    List<String> script = Launch.script(data, ports, settings);
    return script == null ? start(data, List.of(), settings) : ready(launch(script, ports, data));
  }

  private static Server ready(Server server) {
    try {
      server.awaitReady();
      return server;
    } catch (RuntimeException e) {
      server.kill();
      throw e;
    }
  }

  public void awaitReady() {
    long end = startedNanos + START_LIMIT.toNanos();
    while (!ready()) {
      if (!process.isAlive()) {
        throw new BenchException("the server ended while starting:\n" + lastWords());
      }
      if (System.nanoTime() > end) {
        throw new BenchException(
            "the server is not ready after " + START_LIMIT + ":\n" + lastWords());
      }
      sleep(5);
    }
    readySeconds = (System.nanoTime() - startedNanos) / 1e9;
    readyCpuSeconds = cpuSeconds();
    try {
      api =
          new Api(
              "http://127.0.0.1:" + ports.web(),
              Files.readString(data.resolve("admin.token")).trim());
    } catch (IOException e) {
      throw new BenchException("no admin token in " + data, e);
    }
  }

  private boolean ready() {
    try {
      URI uri = URI.create("http://127.0.0.1:" + ports.web() + "/api/v1/ready");
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(5000);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  public Api api() {
    return api;
  }

  /** Seconds from the start of the process to the first "ready". */
  public double readySeconds() {
    return readySeconds;
  }

  /** CPU seconds it had used when it was ready. */
  public double readyCpuSeconds() {
    return readyCpuSeconds;
  }

  /** CPU seconds it has used since its start. */
  public double cpuSeconds() {
    return Usage.cpuSeconds(process.toHandle());
  }

  public double rssMb() {
    return Usage.rssMb(process.toHandle());
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public Target target(Target.Protocol protocol, Packing packing, int connections, int window) {
    int port = protocol == Target.Protocol.GRPC ? ports.grpc() : ports.http();
    return new Target(port, protocol, packing, connections, window);
  }

  /** Bytes of the journal on disk. */
  public long journalBytes() {
    return Folders.size(data.resolve("journal"));
  }

  /** kill -9. */
  public void kill() {
    process.destroyForcibly();
    ended(30);
  }

  /** SIGTERM, and kill -9 where that is not enough. */
  @Override
  public void close() {
    process.destroy();
    if (!ended(30)) {
      kill();
    }
  }

  private boolean ended(int seconds) {
    try {
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      if (ended) {
        if (api != null) {
          api.close();
        }
        Runtime.getRuntime().removeShutdownHook(undertaker);
      }
      return ended;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IllegalStateException e) {
      // This process is ending itself; the hook runs.
      return true;
    }
  }

  private String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      return log + ": " + e.getMessage();
    }
  }

  static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
  }
}
