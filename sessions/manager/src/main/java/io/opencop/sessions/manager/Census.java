package io.opencop.sessions.manager;

import io.opencop.sessions.manager.statistics.Figures;
import io.opencop.sessions.manager.statistics.GroupRecord;
import io.opencop.sessions.manager.statistics.Heaviest;
import io.opencop.sessions.manager.statistics.LogHistogram;
import io.opencop.sessions.manager.statistics.LongSet;
import io.opencop.sessions.manager.statistics.RecordFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Counts the grid's sessions one by one, of all apps in one go: exact, where sums of what instances
 * saw would drift with every one that is killed. A lease says who does it, and lasts so long that
 * counting takes no more than a fiftieth of the time.
 */
final class Census {
  private static final long LEAST_MILLIS = 4_500;
  private static final int SHARE = 50;
  private static final long ACTIVE_MILLIS = TimeUnit.MINUTES.toMillis(Figures.ACTIVE_MINUTES);

  /** Entries of users are looked through for gone sessions; a few at a time. */
  private static final int TIDY_AT_ONCE = 200;

  private final GridClient grid;
  private final FiguresCache cache;
  private long lastTook;

  Census(GridClient grid, FiguresCache cache) {
    this.grid = grid;
    this.cache = cache;
  }

  private static final class Group {
    private long sessions;
    private long active;
    private long signedIn;
    private long unreadable;
    private final LongSet users = new LongSet();
    private final LongSet activeUsers = new LongSet();
    private final LogHistogram size = new LogHistogram();
    private final Heaviest heaviest = new Heaviest();
    private final List<String> listed = new ArrayList<>();
  }

  void countIfDue() {
    long lease = Math.max(LEAST_MILLIS, lastTook * SHARE);
    if (!cache.putIfAbsent("!census", new byte[] {1}, lease)) {
      return;
    }
    long at = System.currentTimeMillis();
    long begun = System.nanoTime();
    Map<String, Group> groups = new HashMap<>();
    grid.each((key, entry) -> count(groups, key, entry, at));
    lastTook = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    // Somebody else may take longer over it than this one did.
    int lifespan =
        (int) TimeUnit.MILLISECONDS.toSeconds(3 * Math.max(lease, lastTook * SHARE)) + 10;
    groups.forEach((name, group) -> {
      cache.put(FiguresCache.group(name), RecordFormat.write(record(name, group, at)), lifespan);
      tidy(name, group);
    });
  }

  private GroupRecord record(String name, Group group, long at) {
    return new GroupRecord(
        name,
        at,
        lastTook,
        group.sessions,
        group.active,
        group.signedIn,
        group.users.size(),
        group.activeUsers.size(),
        group.unreadable,
        group.size.counted(),
        group.heaviest.told());
  }

  private static void count(
      Map<String, Group> groups, String key, GridClient.Entry entry, long now) {
    boolean user = Logins.isUser(key);
    String plain = user ? key.substring(Logins.prefix("").length() - 1) : key;
    int colon = plain.indexOf(':');
    if (colon <= 0 || plain.charAt(0) == '!') {
      return;
    }
    Group group = groups.computeIfAbsent(plain.substring(0, colon), k -> new Group());
    String rest = plain.substring(colon + 1);
    if (user) {
      group.listed.add(rest);
      return;
    }
    try {
      SessionState state = SessionFormat.read(rest, entry.value());
      if (!SessionTimes.ended(state.header(), now)) {
        count(group, state, entry.value().length, now);
      }
    } catch (SessionUnreadableException e) {
      group.unreadable++;
    }
  }

  private static void count(Group group, SessionState state, int bytes, long now) {
    boolean active = now - state.header().accessed() < ACTIVE_MILLIS;
    String user = state.header().login();
    group.sessions++;
    group.active += active ? 1 : 0;
    group.size.record(bytes);
    group.heaviest.add(state.attributes());
    if (!user.isEmpty()) {
      group.signedIn++;
      group.users.add(user);
      if (active) {
        group.activeUsers.add(user);
      }
    }
  }

  /** A user's entry does not end by itself: its sessions do, one by one. */
  private void tidy(String app, Group group) {
    Logins logins = new Logins(grid, app, io.opencop.sessions.manager.users.Duplicates.ALLOW);
    group.listed.stream()
        .filter(user -> group.users.add(user))
        .limit(TIDY_AT_ONCE)
        .forEach(logins::tidy);
  }
}
