package io.opencop.bench.failover;

import io.opencop.bench.target.BenchException;
import io.opencop.bench.target.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is measured without load: from apply to the first answer, and how a hung instance fares. */
final class Ends {
  private static final int REPLICAS = 2;
  private static final String CLOSE = "\r\nConnection: close\r\n\r\n";
  private static final String OK = "HTTP/1.1 200";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Platform platform;
  private final Path folder;

  Ends(Platform platform, Path folder) {
    this.platform = platform;
    this.folder = folder;
  }

  /**
   * To the first 200.
   *
   * @param platformMs from apply, through the gateway
   * @param ownMs of two instances at once, started by hand with the same words and variables
   */
  record Start(double platformMs, double ownMs) {}

  /** The app is deleted and applied again. */
  Start start() throws InterruptedException {
    int gateway = platform.gatewayPort();
    double own = own();
    platform.delete();
    long start = System.nanoTime();
    platform.apply(War.write(folder, 0));
    awaitAnswer(gateway);
    double ms = since(start);
    platform.awaitStrength(REPLICAS);
    return new Start(ms, own);
  }

  /** Copies of a running instance's processes, without the platform. */
  private double own() throws InterruptedException {
    String name = platform.instances().getFirst().path("name").asText();
    Path proc = Path.of("/proc/" + platform.pid(name));
    String address = platform.instance(name).path("address").asText();
    String port = address.substring(address.lastIndexOf(':') + 1);
    List<Process> copies = new ArrayList<>();
    try {
      List<String> argv = words(proc.resolve("cmdline"));
      List<String> environment = words(proc.resolve("environ"));
      List<Integer> ports = new ArrayList<>();
      long start = System.nanoTime();
      for (int i = 0; i < REPLICAS; i++) {
        int free = Ports.one();
        ports.add(free);
        copies.add(copy(argv, environment, port, Integer.toString(free)));
      }
      while (ports.stream().noneMatch(Ends::answers)) {
        if (since(start) > PATIENCE.toMillis()) {
          throw new BenchException("no copy of the instance answers: " + argv);
        }
        Thread.sleep(5);
      }
      return since(start);
    } catch (IOException e) {
      // No /proc, or not ours to read: then only the platform's time is known.
      return Double.NaN;
    } finally {
      for (Process copy : copies) {
        copy.destroyForcibly().waitFor();
      }
    }
  }

  private Process copy(List<String> argv, List<String> environment, String from, String to)
      throws IOException {
    List<String> words = argv.stream().map(w -> w.equals(from) ? to : w).toList();
    ProcessBuilder builder = new ProcessBuilder(words);
    Map<String, String> variables = builder.environment();
    variables.clear();
    for (String one : environment) {
      int equals = one.indexOf('=');
      String value = one.substring(equals + 1);
      String name = one.substring(0, equals);
      // The platform finds its own by this; a copy is none.
      if (!name.equals("OPENCOP_INSTANCE_ID")) {
        variables.put(name, value.equals(from) ? to : value);
      }
    }
    return builder
        .directory(Files.createTempDirectory(folder, "copy").toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("copy.log").toFile())
        .start();
  }

  private static List<String> words(Path file) throws IOException {
    return Stream.of(Files.readString(file, StandardCharsets.UTF_8).split("\0", -1))
        .filter(w -> !w.isEmpty())
        .toList();
  }

  private static void awaitAnswer(int port) throws InterruptedException {
    long start = System.nanoTime();
    while (!answers(port)) {
      if (since(start) > PATIENCE.toMillis()) {
        throw new BenchException("no answer through the gateway after " + PATIENCE);
      }
      Thread.sleep(5);
    }
  }

  /** Over a plain connection: not every machine resolves names below localhost. */
  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      String request = "GET /health HTTP/1.1\r\nHost: " + Platform.HOST + CLOSE;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] line = socket.getInputStream().readNBytes(OK.length());
      return new String(line, StandardCharsets.US_ASCII).equals(OK);
    } catch (IOException e) {
      return false;
    }
  }

  /** Milliseconds until a stopped process is being replaced. */
  double hang() throws InterruptedException {
    String name = platform.instances().getFirst().path("name").asText();
    long pid = platform.pid(name);
    try {
      long start = System.nanoTime();
      int code = new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start().waitFor();
      if (code != 0) {
        throw new BenchException("kill -STOP " + pid + ": exit code " + code);
      }
      Platform.await(
          "the hung instance is replaced",
          () -> {
            String state = platform.instance(name).path("state").asText("ended");
            return state.equals("stopping") || state.equals("ended");
          },
          () -> platform.app().toString());
      double ms = since(start);
      platform.awaitStrength(REPLICAS);
      return ms;
    } catch (IOException e) {
      throw new BenchException("kill -STOP: " + e.getMessage(), e);
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
