package io.opencop.server.sessions;

import io.opencop.model.message.CopException;
import io.opencop.model.message.Notice;
import io.opencop.sessions.grid.GridAccess;
import io.opencop.sessions.manager.SessionControl;
import io.opencop.sessions.manager.statistics.GroupRecord;
import io.opencop.sessions.manager.statistics.InstanceRecord;
import io.opencop.telemetry.TelemetryWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the platform knows of sessions: reads what instances publish in the grid, keeps the last
 * minute of it, and writes it into the store as metrics of the apps. Instances need none of this.
 */
public final class SessionRegistry implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SessionRegistry.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final GridConnection grid;
  private final SessionMetrics metrics;
  private final History history = new History();
  private final Thread loop;
  private volatile List<GroupRecord> groups = List.of();
  private volatile Unread unread;

  /**
   * Why the figures are not of now.
   *
   * @param since the first of the readings that failed one after the other
   */
  public record Unread(Notice why, Instant since) {}

  /**
   * @param access the grid the apps use just now; asked each time
   */
  public SessionRegistry(Supplier<Optional<GridAccess>> access, TelemetryWriter store) {
    this.grid = new GridConnection(access);
    this.metrics = new SessionMetrics(store);
    this.loop = Thread.ofVirtual().name("session-figures").start(this::run);
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(EVERY);
        read();
      }
    } catch (InterruptedException e) {
      // close()
    }
  }

  private void read() {
    try {
      grid.ask(SessionControl::published).ifPresent(this::take);
      unread = null;
    } catch (CopException e) {
      Unread before = unread;
      if (before == null) {
        LOG.warn("session figures: {}", e.getMessage());
      }
      unread = new Unread(e.notices().getFirst(), before == null ? Instant.now() : before.since());
    } catch (RuntimeException e) {
      LOG.error("session figures", e);
    }
  }

  private void take(SessionControl.Published published) {
    List<InstanceRecord> news = history.add(published.instances());
    List<GroupRecord> before = groups;
    groups = published.groups();
    metrics.write(news, groups.stream().filter(g -> !before.contains(g)).toList(), history.apps());
  }

  /** The figures of an app; empty where none of its instances has published any. */
  public Optional<AppFigures> figures(String app) {
    return history.of(app).map(i -> AppFigures.of(app, i, groups, history.apps()));
  }

  /** Why the grid cannot be read just now; empty where it can. */
  public Optional<Unread> unread() {
    return Optional.ofNullable(unread);
  }

  /** What keeps an app's sessions apart, by its instances' own word; empty where none speaks. */
  public Optional<String> group(String app) {
    return history.of(app).map(i -> i.getFirst().now().group());
  }

  /**
   * @throws CopException where there is no grid, or it does not answer
   */
  public <T> T ask(String app, Function<SessionControl, T> question) {
    return grid.ask(question)
        .orElseThrow(() -> new CopException(SessionsMessage.NONE.with("app", app)));
  }

  @Override
  public void close() {
    loop.interrupt();
    try {
      loop.join(EVERY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    grid.close();
  }
}
