package io.opencop.runtime.gateway.balance;

import io.opencop.runtime.gateway.routes.AppRoutes;
import io.opencop.runtime.gateway.routes.Limits;
import io.opencop.runtime.gateway.routes.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** One app in one version of the routes: who may answer, and the choice among them. */
public final class AppTable {
  private final AppRoutes routes;
  private final AppState state;
  private final List<Target> all;
  private final List<Target> ready;
  private final List<Group> groups;
  private final int weights;

  /** Instances of one release with their common weight. */
  private record Group(int weight, List<Target> members) {}

  AppTable(AppRoutes routes, AppState state, List<Target> all) {
    this.routes = routes;
    this.state = state;
    this.all = List.copyOf(all);
    this.ready = all.stream().filter(t -> ready(routes, t)).toList();
    this.groups = groups();
    this.weights = groups.stream().mapToInt(Group::weight).sum();
  }

  private static boolean ready(AppRoutes routes, Target target) {
    return routes.endpoints().stream()
        .anyMatch(e -> e.id().equals(target.upstream().id()) && e.state() == Upstream.State.READY);
  }

  private List<Group> groups() {
    TreeMap<Integer, List<Target>> byRelease = new TreeMap<>();
    for (Target target : ready) {
      int release = routes.weights().isEmpty() ? 0 : target.upstream().release();
      byRelease.computeIfAbsent(release, _ -> new ArrayList<>()).add(target);
    }
    List<Group> found = new ArrayList<>();
    byRelease.forEach(
        (release, members) -> found.add(new Group(weight(release), List.copyOf(members))));
    return List.copyOf(found);
  }

  /** A release nobody gave a weight gets no share where others have one. */
  private int weight(int release) {
    return routes.weights().isEmpty() ? 1 : routes.weights().getOrDefault(release, 0);
  }

  public AppState state() {
    return state;
  }

  public Limits limits() {
    return routes.limits();
  }

  public boolean wake() {
    return routes.wake();
  }

  public List<Target> all() {
    return all;
  }

  public boolean draining(Target target) {
    return !ready.contains(target);
  }

  /**
   * The less loaded of two random endpoints of a random release (by weight). Endpoints that were
   * tried already or that only fail are a last resort, and better than nothing.
   *
   * @return null where no endpoint is ready
   */
  public Target pick(List<Target> tried, long now, RandomGenerator random) {
    if (groups.isEmpty()) {
      return null;
    }
    Target found = groups.size() == 1 ? null : lessLoaded(byWeight(random), tried, now, random);
    for (int i = 0; found == null && i < groups.size(); i++) {
      // Also where the chosen release has nobody left: an answer of another is better than none.
      if (groups.size() == 1 || groups.get(i).weight() > 0) {
        found = lessLoaded(groups.get(i), tried, now, random);
      }
    }
    return found != null ? found : lastResort(tried, random);
  }

  private Group byWeight(RandomGenerator random) {
    if (weights == 0) {
      return groups.get(random.nextInt(groups.size()));
    }
    int at = random.nextInt(weights);
    int i = 0;
    while (at >= groups.get(i).weight()) {
      at -= groups.get(i).weight();
      i++;
    }
    return groups.get(i);
  }

  private static Target lessLoaded(
      Group group, List<Target> tried, long now, RandomGenerator random) {
    List<Target> members = group.members();
    int first = eligible(members, random.nextInt(members.size()), -1, tried, now);
    if (first < 0 || members.size() == 1) {
      return first < 0 ? null : members.get(first);
    }
    int second = eligible(members, random.nextInt(members.size()), first, tried, now);
    return second < 0 || members.get(first).inFlight() <= members.get(second).inFlight()
        ? members.get(first)
        : members.get(second);
  }

  /** The next one from there on, round the circle, that is not {@code but}; -1 where none is. */
  private static int eligible(
      List<Target> members, int from, int but, List<Target> tried, long now) {
    for (int step = 0; step < members.size(); step++) {
      int i = (from + step) % members.size();
      Target one = members.get(i);
      if (i != but && !one.ejected(now) && !tried.contains(one)) {
        return i;
      }
    }
    return -1;
  }

  private Target lastResort(List<Target> tried, RandomGenerator random) {
    List<Target> fresh = ready.stream().filter(t -> !tried.contains(t)).toList();
    List<Target> left = fresh.isEmpty() ? ready : fresh;
    return left.get(random.nextInt(left.size()));
  }

  /** It took no connection: nothing listens there, which one request shows as well as many. */
  public void unreachable(Target target, long now) {
    target.countFailure();
    eject(target, now);
  }

  /** It lost a request, or answered with a server error. */
  public void failed(Target target, long now) {
    target.countFailure();
    if (target.ejection().failed()) {
      eject(target, now);
    }
  }

  public void succeeded(Target target) {
    target.ejection().succeeded();
  }

  /** At most half of an app's endpoints are out, lest the rest drown in what was theirs. */
  private void eject(Target target, long now) {
    long out = ready.stream().filter(t -> t != target && t.ejected(now)).count();
    if (out + 1 <= ready.size() / 2) {
      target.ejection().eject(now);
    }
  }
}
