package io.opencop.shop.common;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Feature flags from a properties file that is read again every second, as a mounted ConfigMap
 * would be. A missing file or key means off.
 */
@Component
public class Flags implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(Flags.class);

  private final Path file;
  // Not @Scheduled: the agent would make a trace of every look at the file.
  private final ScheduledExecutorService reader =
      Executors.newSingleThreadScheduledExecutor(task -> daemon(task));
  private volatile Properties flags = new Properties();

  public Flags(@Value("${shop.flags-file:}") String file) {
    this.file = file.isEmpty() ? null : Path.of(file);
    reader.scheduleWithFixedDelay(this::refresh, 0, 1, TimeUnit.SECONDS);
  }

  public boolean isOn(String name) {
    return Boolean.parseBoolean(flags.getProperty(name, "false"));
  }

  private void refresh() {
    if (file == null || !Files.exists(file)) {
      return;
    }
    Properties read = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      read.load(in);
    } catch (IOException e) {
      log.warn("feature flags not refreshed from {}: {}", file.getFileName(), e.toString());
      return;
    }
    if (!read.equals(flags)) {
      log.info("feature flags are now {}", read);
      flags = read;
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "flags");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void destroy() {
    reader.shutdownNow();
  }
}
