package io.opencop.runtime.control;

import io.opencop.model.app.App;
import io.opencop.model.app.Release;
import io.opencop.runtime.scale.Bounds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wanted of one app, as it is on disk.
 *
 * @param app as it was applied last
 * @param releases from the oldest kept to the newest
 * @param active number of the release that serves; 0 before the first has got ready
 * @param target number of the release that shall serve
 * @param replicas what somebody or scaling has set; -1 where the manifest's min counts
 * @param began when the rollout to target began
 * @param kept number of the release that still runs beside the active one; 0 where none does
 * @param keptUntil when it is ended
 * @param failed why the last rollout was taken back; empty where it was not
 * @param progress of a canary
 */
public record AppState(
    App app,
    List<Release> releases,
    int active,
    int target,
    int replicas,
    Instant began,
    int kept,
    Instant keptUntil,
    String failed,
    Progress progress) {
  public AppState {
    releases = List.copyOf(releases);
    progress = progress == null ? Progress.NONE : progress;
  }

  /**
   * Which step of its canary a rollout is in.
   *
   * @param step from 0
   * @param since when its weight came into force; null until enough of the new release is ready
   */
  public record Progress(int step, Instant since) {
    static final Progress NONE = new Progress(0, null);
  }

  static AppState first(App app, Release release, Instant now) {
    return new AppState(
        app, List.of(release), 0, release.number(), awake(app, -1), now, 0, now, "", null);
  }

  Release release(int number) {
    return releases.stream().filter(r -> r.number() == number).findFirst().orElse(null);
  }

  boolean rolling() {
    return active != target;
  }

  /** Between how many it runs now. */
  Bounds bounds() {
    return Bounds.at(app.scale(), Instant.now());
  }

  /** How many instances shall run. */
  int wanted() {
    Bounds bounds = bounds();
    int wanted = replicas >= 0 ? replicas : bounds.min();
    return bounds.scheduled() ? bounds.clamp(wanted) : wanted;
  }

  /**
   * One that may sleep runs once after it has been deployed: so it is seen whether it can, and not
   * by the first who wants something of it.
   */
  private static int awake(App app, int replicas) {
    return app.scale().min() == 0 ? Math.max(1, replicas) : replicas;
  }

  AppState withApp(App newest) {
    return new AppState(
        newest, releases, active, target, replicas, began, kept, keptUntil, failed, progress);
  }

  AppState withReplicas(int count) {
    return new AppState(
        app, releases, active, target, count, began, kept, keptUntil, failed, progress);
  }

  /** Begins to roll out a release, which is added where it is new. */
  AppState to(Release release, Instant now, int kept) {
    List<Release> all = new ArrayList<>(releases);
    all.removeIf(r -> r.number() == release.number());
    all.add(release);
    while (all.size() > kept && all.getFirst().number() != active) {
      all.removeFirst();
    }
    return new AppState(
        app, all, active, release.number(), awake(app, replicas), now, kept, keptUntil, "", null);
  }

  /** The target serves; what served before is kept for so long, for a way back without a wait. */
  AppState done(Instant now, Duration keep) {
    boolean keeps = active != 0 && keep.isPositive();
    return new AppState(
        app,
        releases,
        target,
        target,
        replicas,
        began,
        keeps ? active : 0,
        keeps ? now.plus(keep) : now,
        failed,
        null);
  }

  AppState at(Progress reached) {
    return new AppState(
        app, releases, active, target, replicas, began, kept, keptUntil, failed, reached);
  }

  AppState keptNoMore() {
    return new AppState(
        app, releases, active, target, replicas, began, 0, keptUntil, failed, progress);
  }

  AppState takenBack(String why) {
    return new AppState(app, releases, active, active, replicas, began, kept, keptUntil, why, null);
  }
}
