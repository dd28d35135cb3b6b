package io.opencop.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.cli.CliMessage;
import io.opencop.model.message.CopException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The shop's launcher as a child. It ends when its standard input ends, so it goes with us even
 * where we are killed; closing also makes sure of everything it had started.
 */
public final class ShopProcess implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long GRACE_SECONDS = 20;

  private final Process process;
  private final Set<ProcessHandle> everSeen = ConcurrentHashMap.newKeySet();

  private ShopProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param folder the built shop: the launcher's jar, {@code lib/}, {@code services/}
   * @param arguments of the launcher
   * @param environment what must not stand on a command line: tokens
   * @param log where its error stream goes
   */
  public static ShopProcess start(
      Path folder, List<String> arguments, Map<String, String> environment, Path log) {
    Path jar = folder.resolve("shop-launcher.jar");
    if (!Files.isRegularFile(jar)) {
      throw new CopException(CliMessage.NO_SHOP.with("path", jar));
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar"));
    command.add(jar.toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    // initdb refuses a locale that is named but not installed, which is common over ssh and in
    // containers. macOS has all of its locales, and no C.UTF-8 on older releases.
    if (System.getProperty("os.name").startsWith("Linux")) {
      builder.environment().put("LC_ALL", "C.UTF-8");
    }
    // Our variables are the platform's settings; the shop is a user's application.
    builder.environment().keySet().removeIf(k -> k.equals("JAVA_TOOL_OPTIONS"));
    try {
      Files.createDirectories(log.getParent());
      builder.redirectError(log.toFile());
      return new ShopProcess(builder.start());
    } catch (IOException e) {
      throw new CopException(CliMessage.FILE_PROBLEM.with("path", jar, "reason", e), e);
    }
  }

  /**
   * Reads its progress, one JSON object a line, until it ends. Lines of another form are skipped.
   */
  public void follow(Consumer<JsonNode> listener) {
    Thread.ofPlatform().daemon().name("shop-progress").start(() -> read(listener));
  }

  private void read(Consumer<JsonNode> listener) {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        note();
        parse(line, listener);
      }
    } catch (IOException e) {
      // The pipe broke: the process is gone, which whoever waits for it learns from its exit code.
      note();
    }
  }

  private static void parse(String line, Consumer<JsonNode> listener) {
    try {
      listener.accept(JSON.readTree(line));
    } catch (JsonProcessingException e) {
      return;
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public int exitCode() {
    return process.isAlive() ? 0 : process.exitValue();
  }

  /** Remembers what it has started, because a child of a dead parent can no longer be found. */
  private void note() {
    process.descendants().forEach(everSeen::add);
  }

  /** Asks it to end, waits, and ends what is left. Returns when no process of it is alive. */
  @Override
  public synchronized void close() {
    note();
    try {
      process.getOutputStream().close();
      process.destroy();
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      for (ProcessHandle child : everSeen) {
        if (child.isAlive()) {
          child.destroyForcibly();
          child.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        }
      }
    } catch (IOException | ExecutionException | TimeoutException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
