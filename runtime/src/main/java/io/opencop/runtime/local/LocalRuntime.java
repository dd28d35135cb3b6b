package io.opencop.runtime.local;

import io.opencop.model.app.Instance;
import io.opencop.model.app.Instance.State;
import io.opencop.model.app.RestartReason;
import io.opencop.model.app.Workload;
import io.opencop.model.app.WorkloadId;
import io.opencop.runtime.AppRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs apps as processes of this machine. One thread decides everything; what waits (probes) is
 * asked elsewhere and answers into the thread's inbox.
 */
public final class LocalRuntime implements AppRuntime {
  private static final Logger LOG = LoggerFactory.getLogger(LocalRuntime.class);

  /** A dead instance is noticed within twice this. */
  private static final Duration TICK = Duration.ofMillis(40);

  private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
  private final List<Consumer<Instance>> watchers = new CopyOnWriteArrayList<>();
  private final Map<WorkloadId, Workload> wanted = new LinkedHashMap<>();
  private final Map<WorkloadId, Backoff> backoffs = new LinkedHashMap<>();
  private final List<LocalInstance> all = new ArrayList<>();
  private final Steady clock = new Steady();

  /** Those that ended while no platform was there, for whoever asks to be told. */
  private final List<LocalInstance> unseen = new ArrayList<>();

  private final Starter starter;
  private final Nurse nurse;
  private final Ender ender;
  private final Thread loop;
  private volatile List<Instance> view = List.of();
  private volatile boolean open = true;

  /** Opens the folder and adopts what still runs of an earlier platform. */
  public LocalRuntime(LocalSettings settings) {
    Cgroups cgroups = Cgroups.find();
    InstanceFolders folders = new InstanceFolders(settings.folder());
    this.starter = new Starter(settings, folders, cgroups);
    this.nurse = new Nurse(folders, cgroups, settings.workers(), inbox::add);
    this.ender = new Ender(folders, cgroups, settings.idle());
    try {
      all.addAll(new Adoption(folders).adopt(clock.now(), unseen::add));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the instances in " + settings.folder(), e);
    }
    show();
    this.loop = Thread.ofPlatform().name("runtime").daemon().start(this::run);
  }

  @Override
  public void ensure(Workload workload) {
    inbox.add(() -> wanted.put(workload.id(), workload));
  }

  @Override
  public void remove(WorkloadId workload, RestartReason reason) {
    inbox.add(() -> {
      wanted.remove(workload);
      backoffs.remove(workload);
      all.stream()
          .filter(i -> i.record.workload().equals(workload) && i.counts())
          .forEach(i -> end(i, reason));
    });
  }

  @Override
  public void replace(String instance, RestartReason reason) {
    inbox.add(() ->
        all.stream()
            .filter(i -> i.record.name().equals(instance) && i.counts())
            .forEach(i -> end(i, reason)));
  }

  @Override
  public List<Instance> instances() {
    return view;
  }

  @Override
  public AutoCloseable watch(Consumer<Instance> sink) {
    watchers.add(sink);
    inbox.add(() -> {
      unseen.forEach(i -> sink.accept(i.view()));
      unseen.clear();
    });
    return () -> watchers.remove(sink);
  }

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

  private void run() {
    while (open) {
      try {
        Runnable next = inbox.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
        while (next != null) {
          next.run();
          next = inbox.poll();
        }
        look(clock.now());
      } catch (InterruptedException e) {
        // close() asks us to look at open.
      } catch (RuntimeException e) {
        LOG.error("the runtime's loop goes on after a failure", e);
      }
    }
  }

  private void look(Instant now) {
    for (LocalInstance instance : List.copyOf(all)) {
      if (!instance.runs()) {
        continue;
      }
      if (!ender.alive(instance)) {
        ended(instance, now);
        continue;
      }
      Workload workload = wanted.get(instance.record.workload());
      if (instance.release == null && workload != null) {
        instance.release = workload.release();
      }
      if (instance.counts() && instance.release != null) {
        nurse.look(instance, now, this::changed).ifPresent(reason -> end(instance, reason));
      }
      ender.look(instance, now);
    }
    wanted.values().forEach(w -> converge(w, now));
    ender.sweep(all, now);
    show();
  }

  private void converge(Workload workload, Instant now) {
    List<LocalInstance> there =
        all.stream().filter(i -> i.counts() && i.record.workload().equals(workload.id())).toList();
    Backoff backoff = backoffs.getOrDefault(workload.id(), Backoff.NONE);
    boolean held =
        there.size() < workload.replicas()
            && (Starter.portIsHeld(workload.release().app(), all)
                || starter.waits(workload.release()));
    for (int i = there.size(); i < workload.replicas() && !held && !backoff.waits(now); i++) {
      try {
        LocalInstance started = starter.start(workload.release(), all, now);
        all.add(started);
        changed(started);
      } catch (IOException | RuntimeException e) {
        LOG.warn("{} could not be started: {}", workload.id(), e.toString());
        backoff = backoff.crashed(now, Duration.ZERO);
        backoffs.put(workload.id(), backoff);
      }
    }
    there.stream()
        .sorted(DISPENSABLE)
        .limit(Math.max(0, there.size() - workload.replicas()))
        .forEach(i -> end(i, RestartReason.SCALED_DOWN));
  }

  /** Those that serve nobody first, then the youngest, as Kubernetes does. */
  private static final Comparator<LocalInstance> DISPENSABLE =
      Comparator.comparing((LocalInstance i) -> i.state == State.READY)
          .thenComparing(i -> i.started, Comparator.reverseOrder());

  private void end(LocalInstance instance, RestartReason reason) {
    ender.end(instance, reason, clock.now());
    changed(instance);
  }

  private void ended(LocalInstance instance, Instant now) {
    boolean unasked = instance.ending == null;
    ender.ended(instance, now);
    if (unasked) {
      Duration ran = Duration.between(instance.begun, now);
      backoffs.merge(
          instance.record.workload(),
          Backoff.NONE.crashed(now, ran),
          (before, _) -> before.crashed(now, ran));
    }
    changed(instance);
  }

  private void changed(LocalInstance instance) {
    show();
    Instance now = instance.view();
    for (Consumer<Instance> watcher : watchers) {
      try {
        watcher.accept(now);
      } catch (RuntimeException e) {
        LOG.warn("a watcher of instances failed", e);
      }
    }
  }

  private void show() {
    view = all.stream().map(LocalInstance::view).toList();
  }
}
