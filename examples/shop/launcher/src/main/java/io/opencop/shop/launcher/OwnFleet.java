package io.opencop.shop.launcher;

import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * The services as processes of ours: starts them, replaces one under load, brings back one that
 * died.
 */
final class OwnFleet implements Fleet {
  private static final long DRAIN_MILLIS = 1000;

  private final Map<Service, Vip> vips = new EnumMap<>(Service.class);
  private final Map<Service, Instance> instances = new ConcurrentHashMap<>();
  private final Progress progress;
  private final BiConsumer<Release, Integer> onDeath;
  private InstanceStarter starter;
  private volatile boolean closing;

  /**
   * @param basePort storefront's address, the others following; 0: any free ports
   * @param onDeath told of each instance that ended unasked, with its exit code
   */
  OwnFleet(int basePort, Progress progress, BiConsumer<Release, Integer> onDeath)
      throws IOException {
    this.progress = progress;
    this.onDeath = onDeath;
    Service[] storefrontFirst = {
      Service.STOREFRONT, Service.CATALOG, Service.ORDER, Service.PAYMENT, Service.INVENTORY
    };
    for (int i = 0; i < storefrontFirst.length; i++) {
      vips.put(storefrontFirst[i], new Vip(basePort == 0 ? 0 : basePort + i));
    }
  }

  /** A service's fixed port. */
  @Override
  public int port(Service service) {
    return vips.get(service).port();
  }

  @Override
  public Release release(Service service) {
    return instances.get(service).release();
  }

  void start(InstanceStarter how) throws IOException, InterruptedException {
    starter = how;
    Starts.all(List.of(Service.values()), service -> bringUp(Release.first(service)));
  }

  /** New instance first, old one drained after. */
  @Override
  public synchronized void roll(Release release) throws IOException, InterruptedException {
    Instance old = instances.get(release.service());
    bringUp(release);
    Thread.sleep(DRAIN_MILLIS);
    old.child().stop();
  }

  @Override
  public URI storefront() {
    return URI.create("http://127.0.0.1:" + port(Service.STOREFRONT));
  }

  private Instance bringUp(Release release) throws IOException, InterruptedException {
    String name = release.service().serviceName();
    progress.starting(name);
    long start = System.nanoTime();
    Instance instance = starter.start(release);
    Instance old = instances.put(release.service(), instance);
    try {
      instance.awaitReady();
    } catch (IOException e) {
      instance.child().stop();
      if (old != null) {
        instances.put(release.service(), old);
      }
      progress.failed(name, e.getMessage());
      throw new IOException(name + " " + e.getMessage() + "; see its .out and .log", e);
    }
    vips.get(release.service()).pointAt(instance.port());
    instance.child().process().onExit().thenAccept(process -> ended(instance, process.exitValue()));
    long millis = (System.nanoTime() - start) / 1_000_000;
    progress.event(
        "event",
        "ready",
        "service",
        name,
        "port",
        port(release.service()),
        "ms",
        millis,
        "version",
        release.version());
    return instance;
  }

  private void ended(Instance instance, int exitCode) {
    Release release = instance.release();
    if (closing || instances.get(release.service()) != instance) {
      return;
    }
    progress.failed(release.service().serviceName(), "ended with exit code " + exitCode);
    onDeath.accept(release, exitCode);
    try {
      restart(instance);
    } catch (IOException e) {
      progress.failed(release.service().serviceName(), e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void restart(Instance dead) throws IOException, InterruptedException {
    Release release = dead.release();
    if (!closing && instances.get(release.service()) == dead) {
      bringUp(release);
    }
  }

  @Override
  public void close() {
    closing = true;
    // All asked first, then waited for: five graceful ends take as long as the slowest.
    instances.values().forEach(instance -> instance.child().process().destroy());
    for (Instance instance : instances.values()) {
      try {
        instance.child().stop();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    for (Vip vip : vips.values()) {
      try {
        vip.close();
      } catch (IOException e) {
        // nothing listens any more, which is what was wanted
      }
    }
  }
}
