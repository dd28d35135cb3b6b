package io.opencop.server.apps.logs;

import io.opencop.model.app.Instance;
import io.opencop.telemetry.TelemetryWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what the instances print to the store, from a thread of its own. */
public final class LogShipper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LogShipper.class);
  private static final long PAUSE_MILLIS = 200;

  /** Batches of one instance before the others get their turn. */
  private static final int TURN = 16;

  private final Path folder;
  private final Supplier<List<Instance>> instances;
  private final Function<Instance, String> version;
  private final TelemetryWriter store;
  private final Map<String, OutputTail> tails = new HashMap<>();
  private final Map<String, String> told = new HashMap<>();
  private final Thread loop;
  private volatile boolean open = true;

  /**
   * @param folder with one folder per instance
   * @param version service.version of an instance; empty where it is not known
   */
  public LogShipper(
      Path folder,
      Supplier<List<Instance>> instances,
      Function<Instance, String> version,
      TelemetryWriter store) {
    this.folder = folder;
    this.instances = instances;
    this.version = version;
    this.store = store;
    this.loop = Thread.ofPlatform().name("app-logs").daemon().start(this::run);
  }

  private void run() {
    while (open) {
      pass();
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        // close() asks us to look at open.
      }
    }
    pass();
  }

  private void pass() {
    List<Instance> all = instances.get();
    tails.keySet().retainAll(all.stream().map(Instance::name).collect(Collectors.toSet()));
    told.keySet().retainAll(tails.keySet());
    for (Instance instance : all) {
      try {
        ship(instance);
        told.remove(instance.name());
      } catch (IOException | RuntimeException e) {
        // Once per instance and reason, not five times a second.
        if (!e.toString().equals(told.put(instance.name(), e.toString()))) {
          LOG.warn("the output of {} cannot be stored now: {}", instance.name(), e.toString());
        }
      }
    }
  }

  private void ship(Instance instance) throws IOException {
    OutputTail tail = tails.get(instance.name());
    if (tail == null) {
      String app = instance.workload().app();
      tail = new OutputTail(folder.resolve(instance.name()), app, instance.name(), store);
      tails.put(instance.name(), tail);
    }
    String itsVersion = version.apply(instance);
    boolean more = true;
    for (int i = 0; i < TURN && more; i++) {
      more = tail.step(!instance.runs(), itsVersion);
    }
  }

  /** After one more look at every instance. */
  @Override
  public void close() {
    open = false;
    loop.interrupt();
    try {
      loop.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
