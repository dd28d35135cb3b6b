package io.opencop.runtime.control;

import io.opencop.model.ChangeKind;
import io.opencop.model.app.Instance;
import io.opencop.model.app.Release;
import io.opencop.model.app.Rollout.Canary;
import io.opencop.model.app.Rollout.Step;
import io.opencop.model.app.Workload;
import io.opencop.model.message.Notice;
import io.opencop.runtime.AppRuntime;
import io.opencop.runtime.control.Comparison.Verdict;
import io.opencop.runtime.rollout.CanarySteps;
import io.opencop.runtime.rollout.Judge.Outcome;
import io.opencop.runtime.rollout.Red;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A new release gets more of the requests step by step, as long as it does as well as the old one.
 * Belongs to the apps' loop.
 */
final class CanaryRun {
  /** Of the hold: how long it waits for requests to judge by. */
  private static final int LONGEST_WAIT = 5;

  /**
   * A JVM that has just started is slow, and no worse for it; how long that is taken for granted.
   */
  private static final Duration WARM_UP = Duration.ofSeconds(30);

  private final Desired desired;
  private final AppRuntime runtime;
  private final Recorder recorder;
  private final Comparison comparison;
  private final Stopwatch watch = new Stopwatch();
  private final Map<String, CanaryStatus> statuses = new HashMap<>();

  /** What comes next for a release. */
  sealed interface Next {
    /** It is watched on. */
    record Wait() implements Next {}

    /** It takes over. */
    record Promote() implements Next {}

    /** It did worse. */
    record TakeBack(Notice why) implements Next {}
  }

  CanaryRun(Desired desired, AppRuntime runtime, Recorder recorder, Comparison comparison) {
    this.desired = desired;
    this.runtime = runtime;
    this.recorder = recorder;
    this.comparison = comparison;
  }

  Next step(AppState state, Canary how, List<Instance> own) {
    List<Step> steps = CanarySteps.of(how);
    AppState.Progress progress = state.progress();
    Step step = steps.get(Math.min(progress.step(), steps.size() - 1));
    int fresh = CanarySteps.instances(step, state.wanted());
    runtime.ensure(new Workload(state.release(state.target()), fresh));
    runtime.ensure(new Workload(state.release(state.active()), state.wanted()));
    int ready = Rolls.seen(state, own).freshReady();
    if (progress.since() != null) {
      return ready == 0
          ? new Next.TakeBack(
              ControlMessage.CANARY_GONE.with(
                  "app", state.app().name(),
                  "release", state.target(),
                  "weight", step.weight()))
          : watch(state, steps, step);
    }
    if (ready < fresh) {
      return new Next.Wait();
    }
    if (step.weight() == 100 && step.hold().isZero()) {
      return new Next.Promote();
    }
    desired.save(state.at(new AppState.Progress(progress.step(), Instant.now())));
    return new Next.Wait();
  }

  private Next watch(AppState state, List<Step> steps, Step step) {
    String app = state.app().name();
    AppState.Progress progress = state.progress();
    Release old = state.release(state.active());
    Release fresh = state.release(state.target());
    Duration held = watch.of(app, progress);
    boolean end = held.compareTo(step.hold()) >= 0;
    Duration warmUp = warmUp(step);
    boolean warm = held.compareTo(warmUp) >= 0;
    Instant from = warm ? progress.since().plus(warmUp) : progress.since();
    Verdict verdict = comparison.judge(app, old, fresh, from, end);
    Outcome outcome = verdict.outcome() == Outcome.SLOW && !warm ? Outcome.WELL : verdict.outcome();
    statuses.put(
        app,
        new CanaryStatus(
            progress.step(),
            steps.size(),
            step.weight(),
            held,
            step.hold(),
            verdict.pair().old(),
            verdict.pair().fresh(),
            outcome));
    return switch (outcome) {
      case ERRORS -> new Next.TakeBack(told(ControlMessage.CANARY_FAILED, state, step, verdict));
      case SLOW -> new Next.TakeBack(told(ControlMessage.CANARY_SLOW, state, step, verdict));
      case WELL -> end ? passed(state, steps, step, verdict) : new Next.Wait();
      case TOO_FEW -> {
        // With everything going to the new one there is nothing to compare it with.
        boolean enough =
            step.weight() == 100 || held.compareTo(step.hold().multipliedBy(LONGEST_WAIT)) >= 0;
        yield end && enough ? passed(state, steps, step, verdict) : new Next.Wait();
      }
    };
  }

  private static Duration warmUp(Step step) {
    Duration quarter = step.hold().dividedBy(4);
    return quarter.compareTo(WARM_UP) < 0 ? quarter : WARM_UP;
  }

  private Next passed(AppState state, List<Step> steps, Step step, Verdict verdict) {
    int next = state.progress().step() + 1;
    if (next >= steps.size()) {
      return new Next.Promote();
    }
    ControlMessage message =
        verdict.outcome() == Outcome.TOO_FEW
            ? ControlMessage.CANARY_UNJUDGED
            : ControlMessage.CANARY_PASSED;
    desired.save(state.at(new AppState.Progress(next, null)));
    recorder.record(
        ChangeKind.DEPLOY,
        state.app().name(),
        state.release(state.target()).version(),
        null,
        told(message, state, step, verdict));
    return new Next.Wait();
  }

  private static Notice told(ControlMessage message, AppState state, Step step, Verdict verdict) {
    Red old = verdict.pair().old();
    Red fresh = verdict.pair().fresh();
    return message.with(
        "app", state.app().name(),
        "release", state.target(),
        "weight", step.weight(),
        "requests", fresh.requests(),
        "errors", percent(fresh),
        "quantile", millis(fresh),
        "oldrequests", old.requests(),
        "olderrors", percent(old),
        "oldquantile", millis(old));
  }

  private static String percent(Red red) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * red.errorRatio());
  }

  private static String millis(Red red) {
    return Double.isNaN(red.p95Millis())
        ? "-"
        : String.format(Locale.ROOT, "%.0f ms", red.p95Millis());
  }

  /** How it does; empty where none is under way. */
  Optional<CanaryStatus> status(AppState state) {
    return state.rolling() && state.progress().since() != null
        ? Optional.ofNullable(statuses.get(state.app().name()))
        : Optional.empty();
  }

  void forget(String app) {
    watch.forget(app);
    statuses.remove(app);
    comparison.forget(app);
  }
}
