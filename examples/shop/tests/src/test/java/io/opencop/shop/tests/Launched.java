package io.opencop.shop.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A launcher started as a user starts it, and what it says. */
final class Launched implements AutoCloseable {
  private static final Path FOLDER = Path.of(System.getProperty("shop.folder")).toAbsolutePath();
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  final Process process;
  final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final Path work;

  Launched(Path work, OtlpSink sink, String... options) throws IOException {
    this.work = work;
    List<String> command = command("--work", work.toString());
    command.addAll(List.of("--otlp", sink.url().toString(), "--otlp-protocol", "http/protobuf"));
    command.addAll(List.of("--api", sink.url().toString()));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .put("OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer " + OtlpSink.TOKEN);
    builder.environment().put("COP_API_TOKEN", OtlpSink.TOKEN);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    process = builder.start();
    Thread reader = new Thread(this::read, "events");
    reader.setDaemon(true);
    reader.start();
  }

  private static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(JAVA.toString(), "-jar", FOLDER.resolve("shop-launcher.jar").toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private void read() {
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        events.add(json.readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode await(String event, String service) throws InterruptedException {
    return await(e -> is(e, event, service));
  }

  JsonNode await(Predicate<JsonNode> wanted) throws InterruptedException {
    return Await.until(
        () -> "such an event, after " + events,
        () -> {
          boolean failed = events.stream().anyMatch(e -> e.path("event").asText().equals("failed"));
          if (failed) {
            throw new AssertionError("the shop failed: " + events);
          }
          return events.stream().filter(wanted).findFirst();
        });
  }

  static boolean is(JsonNode event, String kind, String service) {
    return event.path("event").asText().equals(kind)
        && event.path("service").asText().equals(service);
  }

  /** Runs the launcher's command line against this shop; returns its exit code. */
  int run(String... words) throws IOException, InterruptedException {
    List<String> command = command(words);
    command.addAll(List.of("--work", work.toString()));
    Process cli =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return cli.waitFor();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
