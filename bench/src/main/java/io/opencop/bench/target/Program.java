package io.opencop.bench.target;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that is measured, or measured against. Ends with this one. */
public final class Program implements AutoCloseable {
  private static final int START_SECONDS = 120;
  private static final int STOP_SECONDS = 20;

  private final String name;
  private final Process process;
  private final Path log;
  private final Thread undertaker;

  private Program(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
    undertaker = new Thread(process::destroyForcibly, "undertaker");
    Runtime.getRuntime().addShutdownHook(undertaker);
  }

  /**
   * @param folder it runs in; its output goes to a file there
   */
  public static Program start(
      String name, Path folder, Map<String, String> environment, List<String> command) {
    try {
      Files.createDirectories(folder);
      Path log = folder.resolve(name + ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      return new Program(name, builder.start(), log);
    } catch (IOException e) {
      throw new BenchException(name + " could not be started: " + e.getMessage(), e);
    }
  }

  /** A port of loopback that was free a moment ago. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new BenchException("no free port on loopback: " + e.getMessage(), e);
    }
  }

  /** Waits until it accepts connections on loopback. */
  public Program awaitPort(int port) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return this;
      } catch (IOException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          String words = lastWords();
          close();
          throw new BenchException(name + " does not listen on " + port + ":\n" + words, e);
        }
        Server.sleep(20);
      }
    }
  }

  /** Waits until a page is answered with 200. */
  public Program awaitPage(int port, String path) {
    awaitPort(port);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!answers(port, path)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        String words = lastWords();
        close();
        throw new BenchException(name + " does not answer " + path + ":\n" + words);
      }
      Server.sleep(100);
    }
    return this;
  }

  private static boolean answers(int port, String path) {
    try {
      URI uri = URI.create("http://127.0.0.1:" + port + path);
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(30_000);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** SIGTERM, and kill -9 where that is not enough. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Runtime.getRuntime().removeShutdownHook(undertaker);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      // This process is ending itself; the hook runs.
      process.destroyForcibly();
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
}
