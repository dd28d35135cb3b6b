package io.opencop.bench.sessions;

import io.opencop.bench.target.BenchException;
import io.opencop.bench.target.Lib;
import io.opencop.bench.target.Program;
import io.opencop.sessions.grid.LocalGrid;
import io.opencop.sessions.grid.LocalGridSettings;
import io.opencop.sessions.grid.Member;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Tomcat with our manager; three members as the platform runs them, two owners a session. */
final class GridSide implements Side {
  private static final int START_SECONDS = 120;

  private final LocalGrid grid;
  private final int port = Program.freePort();
  private final double startSeconds;
  private final Thread undertaker;
  private Program tomcat;

  GridSide(Path folder, List<String> jvm) {
    LocalGridSettings settings =
        LocalGridSettings.of(folder.resolve("grid"), Lib.java(), Lib.classPath("grid"));
    List<String> options = new ArrayList<>(settings.jvmOptions());
    options.addAll(jvm);
    grid = new LocalGrid(settings.withJvmOptions(options));
    undertaker = new Thread(() -> grid.stop(Duration.ZERO), "undertaker");
    Runtime.getRuntime().addShutdownHook(undertaker);
    try {
      grid.learnToStart();
      long begun = System.nanoTime();
      awaitWhole();
      startSeconds = (System.nanoTime() - begun) / 1e9;
      startTomcat(folder, jvm);
    } catch (BenchException e) {
      close();
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new BenchException("interrupted", e);
    }
  }

  private void awaitWhole() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    int all = grid.members().size();
    while (!grid.members().stream()
        .allMatch(m -> m.state() == Member.State.READY && m.together() == all)) {
      if (System.nanoTime() > end) {
        throw new BenchException("the grid is not whole: " + grid.members());
      }
      // They join one after the other.
      grid.ensure();
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BenchException("interrupted", e);
      }
    }
  }

  private void startTomcat(Path folder, List<String> jvm) {
    List<String> command = new ArrayList<>(Applications.java(jvm));
    command.addAll(
        List.of(
            "-cp",
            Lib.classPath("bench/tomcat"),
            "io.opencop.bench.app.TomcatApp",
            folder.toString(),
            Integer.toString(port),
            grid.access().servers(),
            grid.access().user()));
    Map<String, String> environment = Map.of("GRID_PASSWORD", grid.access().password());
    tomcat = Program.start("tomcat", folder, environment, command).awaitPage(port, "/login");
  }

  @Override
  public int port() {
    return port;
  }

  /** From the first member's start to all of them being one grid. */
  double startSeconds() {
    return startSeconds;
  }

  /** In the heaps of all members, after a full collection; NaN where that cannot be told. */
  double liveBytes() {
    return grid.members().stream()
        .mapToDouble(m -> Heap.liveBytes(grid.process(m.name()).orElseThrow()))
        .sum();
  }

  @Override
  public Map<String, ProcessHandle> processes() {
    Map<String, ProcessHandle> all = new LinkedHashMap<>();
    all.put("tomcat", tomcat.handle());
    for (Member member : grid.members()) {
      all.put(member.name(), grid.process(member.name()).orElseThrow());
    }
    return all;
  }

  @Override
  public void close() {
    if (tomcat != null) {
      tomcat.close();
    }
    grid.stop(Duration.ofSeconds(10));
    try {
      Runtime.getRuntime().removeShutdownHook(undertaker);
    } catch (IllegalStateException e) {
      // This process is ending itself; the hook runs.
      return;
    }
  }
}
