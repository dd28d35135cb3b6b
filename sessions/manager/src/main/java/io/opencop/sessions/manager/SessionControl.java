package io.opencop.sessions.manager;

import io.opencop.sessions.manager.statistics.GroupRecord;
import io.opencop.sessions.manager.statistics.InstanceRecord;
import io.opencop.sessions.manager.statistics.RecordFormat;
import io.opencop.sessions.manager.users.Duplicates;
import io.opencop.sessions.manager.users.Pseudonyms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The operator's side of the grid: figures, and sessions found and ended, of every app. It never
 * looks into an attribute.
 *
 * <p>Every method may throw {@link SessionsUnavailableException}.
 */
public final class SessionControl implements AutoCloseable {
  private final SessionSettings settings;
  private final GridClient grid;
  private final FiguresCache figures;

  /**
   * @param settings whose app does not matter
   */
  public SessionControl(SessionSettings settings) {
    this.settings = settings;
    this.grid = new GridClient(settings);
    this.figures = new FiguresCache(grid, settings.grid().cache());
  }

  /**
   * What the instances say, and what was counted.
   *
   * @param unknown records of a later version
   */
  public record Published(List<InstanceRecord> instances, List<GroupRecord> groups, int unknown) {}

  public Published published() {
    List<InstanceRecord> instances = new ArrayList<>();
    List<GroupRecord> groups = new ArrayList<>();
    int[] unknown = new int[1];
    figures.each((key, entry) -> {
      if (key.startsWith("!")) {
        return;
      }
      try {
        Optional<InstanceRecord> instance = RecordFormat.instance(entry.value());
        Optional<GroupRecord> group = RecordFormat.group(entry.value());
        instance.ifPresent(instances::add);
        group.ifPresent(groups::add);
        unknown[0] += instance.isPresent() || group.isPresent() ? 0 : 1;
      } catch (IOException e) {
        unknown[0]++;
      }
    });
    return new Published(instances, groups, unknown[0]);
  }

  /** The pseudonym of a user; one that is typed as a pseudonym is taken for it. */
  public String pseudonym(String user) {
    return Pseudonyms.is(user) ? user : settings.logins().pseudonyms().of(user);
  }

  /**
   * A session as an operator sees it.
   *
   * @param shown digest of its id, see {@link Ids#shown}
   * @param user pseudonym; empty where nobody is logged in
   * @param bytes of its entry
   */
  public record Seen(
      String shown,
      String user,
      long created,
      long accessed,
      int timeoutSeconds,
      int bytes,
      int attributes) {}

  /** The living sessions of a user, oldest log-in first. */
  public List<Seen> ofUser(String group, String pseudonym) {
    return logins(group).ids(pseudonym).stream()
        .map(id -> seen(group, id))
        .flatMap(Optional::stream)
        .filter(s -> s.user().equals(pseudonym))
        .toList();
  }

  /**
   * The living sessions whose digest is this; more than one only where digests meet.
   *
   * @param shown with or without #
   */
  public List<Seen> ofId(String group, String shown) {
    return ids(group, shown).stream().map(id -> seen(group, id)).flatMap(Optional::stream).toList();
  }

  private List<String> ids(String group, String shown) {
    String wanted = shown.startsWith("#") ? shown : "#" + shown;
    String prefix = group + ":";
    List<String> ids = new ArrayList<>();
    grid.eachKey(key -> {
      if (key.startsWith(prefix) && Ids.shown(key.substring(prefix.length())).equals(wanted)) {
        ids.add(key.substring(prefix.length()));
      }
    });
    return ids;
  }

  private Optional<Seen> seen(String group, String id) {
    GridClient.Entry found = grid.get(group + ":" + id);
    if (found == null) {
      return Optional.empty();
    }
    SessionState state = SessionFormat.read(id, found.value());
    SessionHeader header = state.header();
    if (SessionTimes.ended(header, System.currentTimeMillis())) {
      return Optional.empty();
    }
    return Optional.of(
        new Seen(
            Ids.shown(id),
            header.login(),
            header.created(),
            header.accessed(),
            header.timeoutSeconds(),
            found.value().length,
            state.attributes().size()));
  }

  /**
   * Ends every session of a user. The next request of each finds no session.
   *
   * @return how many lived
   */
  public int endUser(String group, String pseudonym) {
    Logins logins = logins(group);
    int ended = 0;
    for (String id : logins.ids(pseudonym)) {
      ended += logins.mark(id) ? 1 : 0;
      logins.release(pseudonym, id);
    }
    return ended;
  }

  /** Ends a session by its digest; none where the digest is that of several. */
  public int endId(String group, String shown) {
    List<String> ids = ids(group, shown);
    if (ids.size() != 1) {
      return 0;
    }
    Optional<Seen> seen = seen(group, ids.get(0));
    Logins logins = logins(group);
    boolean ended = logins.mark(ids.get(0));
    seen.filter(s -> !s.user().isEmpty()).ifPresent(s -> logins.release(s.user(), ids.get(0)));
    return ended ? 1 : 0;
  }

  /** Ends every session of an app, and of those it shares them with. */
  public int endAll(String group) {
    String prefix = group + ":";
    List<String> ids = new ArrayList<>();
    grid.eachKey(key -> {
      if (key.startsWith(prefix)) {
        ids.add(key.substring(prefix.length()));
      }
    });
    int ended = 0;
    Logins logins = logins(group);
    for (String id : ids) {
      ended += logins.mark(id) ? 1 : 0;
    }
    return ended;
  }

  private Logins logins(String group) {
    return new Logins(grid, group, Duplicates.ALLOW);
  }

  @Override
  public void close() {
    grid.close();
  }
}
