package io.opencop.runtime.gateway.routes;

import io.opencop.model.message.CopException;
import io.opencop.model.message.Notice;
import io.opencop.runtime.gateway.GatewayMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Tells of every new version of the routes file. A bad one is told of once and otherwise ignored:
 * what was read before stays in force. Looking at a file's attributes costs some microseconds, is
 * the same on every file system, and cannot miss a replaced file as a watch on the old one can.
 */
public final class RoutesWatch implements AutoCloseable {
  /** Which version of the file it is. A replaced file is another one, whatever its time says. */
  private record Version(Object key, long modified, long size) {
    private static final Version NONE = new Version("", 0, -1);
  }

  private final RoutesFile file;
  private final Consumer<Routes> sink;
  private final Consumer<Notice> say;
  private final Thread thread;
  private volatile Notice problem;
  private Version seen;

  /** Reads at once, in this thread; then every {@code pause}. */
  public RoutesWatch(RoutesFile file, Duration pause, Consumer<Routes> sink, Consumer<Notice> say) {
    this.file = file;
    this.sink = sink;
    this.say = say;
    look();
    this.thread = Thread.ofPlatform().daemon().name("routes").unstarted(() -> run(pause));
    thread.start();
  }

  /** What is wrong with the file as it is now; null where nothing is. */
  public Notice problem() {
    return problem;
  }

  private void run(Duration pause) {
    try {
      while (true) {
        Thread.sleep(pause);
        look();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    Version now = version();
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    try {
      sink.accept(file.read());
      problem = null;
    } catch (CopException e) {
      problem = e.notices().getFirst();
      e.notices().forEach(say);
    } catch (RuntimeException e) {
      // This thread must go on: the next version may be fine.
      problem = GatewayMessage.ROUTES_BAD.with("file", file.path(), "reason", e);
      say.accept(problem);
    }
  }

  private Version version() {
    try {
      BasicFileAttributes at = Files.readAttributes(file.path(), BasicFileAttributes.class);
      return new Version(
          String.valueOf(at.fileKey()),
          at.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS),
          at.size());
    } catch (IOException _) {
      return Version.NONE;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
