package io.opencop.shop.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The services as apps of OpenCOP: by the manifests in {@code apps/}, behind its gateway. What dies
 * is healed, rolled and told by the platform; nothing of that is ours here.
 */
final class PlatformFleet implements Fleet {
  private static final long PAUSE_MILLIS = 250;
  private static final long PATIENCE_NANOS = 300_000_000_000L;

  /** Of the platform's secrets. */
  static final String SECRET = "shop";

  private final PlatformApi api;
  private final Path manifests;
  private final Progress progress;
  private final Map<Service, Release> releases = new ConcurrentHashMap<>();
  private AppEnvironment environment;
  private URI gateway;

  /**
   * @param manifests the folder they are in
   */
  PlatformFleet(PlatformApi api, Path manifests, Progress progress) {
    this.api = api;
    this.manifests = manifests;
    this.progress = progress;
  }

  void start(AppEnvironment how, BackingProcess backing) throws IOException, InterruptedException {
    environment = how;
    // What a demo left that was killed: its database is gone.
    for (Service service : Service.values()) {
      api.delete("apps/" + service.serviceName());
    }
    for (Map.Entry<String, String> one : backing.secrets().entrySet()) {
      api.secret(SECRET, one.getKey(), one.getValue());
    }
    // These two call no other service, so they need no gateway; the first app brings it.
    Starts.all(List.of(Service.CATALOG, Service.INVENTORY), s -> bringUp(Release.first(s)));
    gateway = awaitGateway();
    Starts.all(
        List.of(Service.PAYMENT, Service.ORDER, Service.STOREFRONT),
        s -> bringUp(Release.first(s)));
  }

  private URI awaitGateway() throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    Optional<URI> found = api.gateway();
    while (found.isEmpty()) {
      if (System.nanoTime() > until) {
        throw new IOException("the platform's gateway does not run; `cop health` says why");
      }
      Thread.sleep(PAUSE_MILLIS);
      found = api.gateway();
    }
    return found.get();
  }

  @Override
  public synchronized void roll(Release release) throws IOException, InterruptedException {
    bringUp(release);
  }

  private void bringUp(Release release) throws IOException, InterruptedException {
    String name = release.service().serviceName();
    progress.starting(name);
    long start = System.nanoTime();
    Release before = releases.put(release.service(), release);
    try {
      String manifest =
          Files.readString(manifests.resolve(name + ".yaml"))
              .replace("${ENV}", environment.of(release, port(release.service())));
      api.apply(manifest, name + ".yaml", manifests.toString());
      awaitServing(name);
    } catch (IOException e) {
      if (before != null) {
        releases.put(release.service(), before);
      }
      progress.failed(name, e.getMessage());
      throw e;
    }
    progress.event(
        "event",
        "ready",
        "service",
        name,
        "ms",
        (System.nanoTime() - start) / 1_000_000,
        "version",
        release.version());
  }

  private void awaitServing(String name) throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      PlatformApi.AppNow now =
          api.app(name).orElseThrow(() -> new IOException(name + " was deleted"));
      if (now.release() == now.target() && now.phase().equals("ready")) {
        if (!now.failed().isEmpty()) {
          throw new IOException(name + " was rolled back by the platform: " + now.failed());
        }
        return;
      }
      if (System.nanoTime() > until) {
        throw new IOException(
            name + " is " + now.phase() + "; see `cop describe app " + name + "`");
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** The gateway's: it tells services apart by the name in the address. */
  @Override
  public int port(Service service) {
    return gateway == null ? 0 : gateway.getPort();
  }

  @Override
  public Release release(Service service) {
    return releases.get(service);
  }

  @Override
  public URI storefront() {
    return gateway;
  }

  /** So that the next start of this platform does not look for a database that is gone. */
  @Override
  public void close() {
    try {
      for (Service service : Service.values()) {
        api.delete("apps/" + service.serviceName());
      }
      api.delete("secrets/" + SECRET);
    } catch (IOException e) {
      // The platform is gone before us: the next start of the shop deletes them.
      System.err.println("the shop's apps stay with the platform: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
