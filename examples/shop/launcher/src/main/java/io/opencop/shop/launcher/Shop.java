package io.opencop.shop.launcher;

import io.opencop.shop.launcher.changes.Change;
import io.opencop.shop.launcher.changes.ChangeFeed;
import io.opencop.shop.launcher.changes.InnocentChanges;
import io.opencop.shop.launcher.changes.Pipeline;
import io.opencop.shop.launcher.faults.Faults;
import io.opencop.shop.launcher.load.LoadGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** The whole running shop; started once, closed once, also from the middle of a start. */
final class Shop implements AutoCloseable {
  private final Settings settings;
  private final Progress progress;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private boolean closed;

  Shop(Settings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  void start() throws IOException, InterruptedException {
    long start = System.nanoTime();
    progress.starting("shop");
    WorkFolder work = opened(WorkFolder.open(settings.work()));
    BackingProcess backing = BackingProcess.start(binaries(work), work, progress);
    opened(backing.child()::stop);
    backing.child().process().onExit().thenAccept(process -> lost(process.exitValue()));
    Gateway gateway = opened(new Gateway());
    ChangeFeed feed = opened(new ChangeFeed(settings.api(), settings.apiToken(), progress));
    Fleet fleet =
        settings.runtime()
            ? onPlatform(work, backing, gateway)
            : onOurOwn(work, backing, gateway, feed);
    Pipeline pipeline = new Pipeline(fleet, work::flags, feed);
    pipeline.announceFirstReleases();
    URI storefront = fleet.storefront();
    LoadGenerator load = opened(new LoadGenerator(storefront, settings.rate(), progress));
    Faults faults = new Faults(pipeline, backing::connect, gateway, load);
    Control control = opened(Control.start(work.controlFile(), faults, load, fleet));
    load.start();
    opened(new InnocentChanges(pipeline, feed, settings.innocent())).start();
    progress.event(
        "event", "ready",
        "service", "shop",
        "port", fleet.port(Service.STOREFRONT),
        "ms", (System.nanoTime() - start) / 1_000_000,
        "url", storefront.toString(),
        "control", control.url().toString(),
        "work", settings.work().toString());
  }

  private Fleet onPlatform(WorkFolder work, BackingProcess backing, Gateway gateway)
      throws IOException, InterruptedException {
    PlatformApi api = new PlatformApi(settings.api().orElseThrow(), settings.apiToken());
    PlatformFleet fleet = opened(new PlatformFleet(api, settings.home().resolve("apps"), progress));
    Path hosts = work.writeHosts(settings.otlp());
    fleet.start(new AppEnvironment(settings, work, backing, hosts, gateway.port()), backing);
    return fleet;
  }

  private Fleet onOurOwn(WorkFolder work, BackingProcess backing, Gateway gateway, ChangeFeed feed)
      throws IOException, InterruptedException {
    OwnFleet fleet =
        opened(
            new OwnFleet(
                settings.basePort(),
                progress,
                (release, code) -> feed.post(Change.restarted(release, code))));
    fleet.start(new InstanceStarter(settings, work, backing, fleet::port, gateway.port()));
    return fleet;
  }

  /**
   * Beside the jar, so that every shop of this build shares them; in the work folder if need be.
   */
  private Path binaries(WorkFolder work) {
    boolean writable = Files.isWritable(settings.home());
    return writable ? settings.home().resolve("postgres") : work.postgres();
  }

  /** Remembers what has to be closed; when closing is over already, closes it at once. */
  private synchronized <T extends AutoCloseable> T opened(T part) {
    if (closed) {
      close(part);
      throw new IllegalStateException("stopped while starting");
    }
    running.push(part);
    return part;
  }

  private synchronized void lost(int exitCode) {
    if (!closed) {
      progress.failed(
          "postgres", "PostgreSQL's and the queue's process ended with code " + exitCode);
      // On a thread of its own: exit waits for close(), which waits for this lock.
      Daemon.named("exit").newThread(() -> System.exit(1)).start();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!running.isEmpty()) {
      close(running.pop());
    }
  }

  private void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      System.err.println("while stopping: " + e);
    }
  }
}
