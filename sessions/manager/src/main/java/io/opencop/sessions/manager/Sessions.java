package io.opencop.sessions.manager;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The sessions of one app in the grid. One entry per session, changed by compare-and-swap: a writer
 * that meets another's write reads again and applies only what its own request changed (see
 * RATIONALE.md).
 *
 * <p>Every method may throw {@link SessionsUnavailableException}; none swallows it.
 */
public final class Sessions implements AutoCloseable {
  private static final int MOST_CONFLICTS = 1_000;
  private static final Duration AT_START = Duration.ofSeconds(30);

  private final SessionSettings settings;
  private final GridClient grid;
  private final Guard guard = new Guard();
  private final OwnCopies copies = new OwnCopies();
  private final SessionCounts counts = new SessionCounts();
  private final String instance = UUID.randomUUID().toString();

  public Sessions(SessionSettings settings) {
    this.settings = settings;
    this.grid = new GridClient(settings);
  }

  /**
   * Waits for the grid before the instance takes requests, which it could only refuse: on a busy
   * machine the first connection takes seconds. Where sessions may be local, one try is enough.
   */
  public void awaitGrid() {
    try {
      guard.call(local() ? Duration.ZERO : AT_START, () -> grid.get(""));
    } catch (SessionsUnavailableException e) {
      // Requests find out for themselves, and degraded() says so.
    }
  }

  public SessionCounts counts() {
    return counts;
  }

  /** What stands in the way of the grid, in words; empty while all is well. */
  public Optional<String> degraded() {
    SessionMessage message = local() ? SessionMessage.DEGRADED : SessionMessage.UNREACHABLE;
    return Optional.ofNullable(guard.why()).map(why -> message.here(why.reason()));
  }

  /** The newest state of a session; empty where there is no such session. */
  public Optional<Stored> load(String id) {
    counts.loads.increment();
    if (!local()) {
      return Optional.ofNullable(reach(() -> read(id)));
    }
    try {
      Stored found =
          reach(() -> {
            pay(id);
            return read(id);
          });
      if (found == null) {
        copies.drop(id);
      } else {
        copies.keep(id, found.state());
      }
      return Optional.ofNullable(found);
    } catch (SessionsUnavailableException e) {
      SessionState copy = copies.get(id);
      if (copy == null) {
        throw e;
      }
      counts.servedLocally.increment();
      return Optional.of(new Stored(id, Stored.UNKNOWN, copy));
    }
  }

  /** Stores a session nobody else knows yet. */
  public Stored create(String id, SessionState state) {
    counts.stores.increment();
    try {
      reach(() -> put(id, state));
      if (local()) {
        copies.keep(id, state);
      }
    } catch (SessionsUnavailableException e) {
      if (!local()) {
        throw e;
      }
      counts.servedLocally.increment();
      copies.oweWhole(id, state);
    }
    return new Stored(id, Stored.UNKNOWN, state);
  }

  /**
   * Stores what a request changed.
   *
   * @param known what the request began with
   * @return what stands in the grid now, others' changes included; empty where the session has been
   *     ended meanwhile, which wins
   */
  public Optional<Stored> save(Stored known, SessionChange change) {
    counts.stores.increment();
    try {
      Optional<Stored> saved =
          reach(() -> {
            if (local()) {
              pay(known.id());
            }
            return merge(known, change);
          });
      if (local()) {
        saved.ifPresent(s -> copies.keep(s.id(), s.state()));
      }
      return saved;
    } catch (SessionsUnavailableException e) {
      if (!local()) {
        throw e;
      }
      counts.servedLocally.increment();
      SessionState copy = copies.get(known.id());
      SessionState after = (copy == null ? known.state() : copy).with(change);
      copies.owe(known.id(), change, after);
      return Optional.of(new Stored(known.id(), Stored.UNKNOWN, after));
    }
  }

  /**
   * Stores what a request changed under a new id. The new one is written before the old one goes:
   * whatever is killed in between, the session is there.
   */
  public Optional<Stored> move(Stored known, SessionChange change, String newId) {
    counts.stores.increment();
    return reach(() -> {
      Stored now = read(known.id());
      if (now == null) {
        return Optional.empty();
      }
      SessionState state = now.state().with(change);
      put(newId, state);
      grid.remove(key(known.id()));
      copies.drop(known.id());
      return Optional.of(new Stored(newId, Stored.UNKNOWN, state));
    });
  }

  /** Ends a session. Whether it was this call that did: one of several gets true. */
  public boolean end(String id) {
    return reach(() -> {
      copies.drop(id);
      return grid.remove(key(id));
    });
  }

  /** Ends a session unless somebody has used it since it was read. */
  public boolean endIfUntouched(Stored known) {
    return reach(() -> grid.removeVersion(key(known.id()), known.version()));
  }

  /**
   * Ends what nobody used for too long. One instance of the app does it at a time, and whichever
   * removes an entry is the one to tell listeners.
   *
   * @param every how often this is called
   * @param ended told of each session this call ended
   */
  public void sweep(Duration every, Consumer<Stored> ended) {
    byte[] me = instance.getBytes(StandardCharsets.UTF_8);
    // A little less than the period, so that a sweeper that died is replaced at the next one.
    long lease = Math.max(1, every.toMillis() * 9 / 10);
    reach(() -> {
      if (grid.putIfAbsent("!sweep:" + settings.app(), me, lease)) {
        due().stream().filter(s -> grid.removeVersion(key(s.id()), s.version())).forEach(ended);
      }
      return null;
    });
  }

  private List<Stored> due() {
    String prefix = key("");
    long now = System.currentTimeMillis();
    List<Stored> due = new ArrayList<>();
    grid.each((key, entry) -> {
      if (key.startsWith(prefix)) {
        readable(key.substring(prefix.length()), entry)
            .filter(s -> SessionTimes.ended(s.state().header(), now))
            .ifPresent(due::add);
      }
    });
    return due;
  }

  /** An entry nobody here can read must not keep the others alive; the grid drops it in time. */
  private Optional<Stored> readable(String id, GridClient.Entry entry) {
    try {
      return Optional.of(new Stored(id, entry.version(), SessionFormat.read(id, entry.value())));
    } catch (SessionUnreadableException e) {
      counts.unreadable.increment();
      return Optional.empty();
    }
  }

  /** Brings to the grid what happened while it was away. */
  public void catchUp() {
    for (String id : copies.debtors()) {
      reach(() -> {
        pay(id);
        return null;
      });
    }
  }

  private void pay(String id) {
    OwnCopies.Owed owed = copies.owed(id);
    if (owed == null) {
      return;
    }
    if (owed.whole() != null) {
      put(id, owed.whole());
    } else {
      merge(new Stored(id, Stored.UNKNOWN, null), owed.change());
    }
    copies.paid(id, owed);
  }

  private Optional<Stored> merge(Stored known, SessionChange change) {
    Stored base = known.version() == Stored.UNKNOWN ? read(known.id()) : known;
    for (int i = 0; i < MOST_CONFLICTS; i++) {
      if (base == null) {
        return Optional.empty();
      }
      SessionState next = base.state().with(change);
      int lifespan = SessionTimes.lifespanSeconds(next.header());
      if (grid.replace(key(base.id()), SessionFormat.write(next), base.version(), lifespan)) {
        return Optional.of(new Stored(base.id(), Stored.UNKNOWN, next));
      }
      counts.conflicts.increment();
      base = read(known.id());
    }
    throw new SessionsUnavailableException("too many writers of one session", null);
  }

  private Stored read(String id) {
    GridClient.Entry entry = grid.get(key(id));
    return entry == null
        ? null
        : new Stored(id, entry.version(), SessionFormat.read(id, entry.value()));
  }

  private boolean put(String id, SessionState state) {
    int lifespan = SessionTimes.lifespanSeconds(state.header());
    grid.put(key(id), SessionFormat.write(state), lifespan);
    return true;
  }

  private String key(String id) {
    return settings.app() + ":" + id;
  }

  private boolean local() {
    return settings.unreachable() == Unreachable.LOCAL;
  }

  private <T> T reach(Supplier<T> operation) {
    Duration patience =
        settings.unreachable() == Unreachable.WAIT ? settings.waitAtMost() : Duration.ZERO;
    try {
      return guard.call(patience, operation);
    } catch (SessionsUnavailableException e) {
      counts.refused.increment();
      throw e;
    }
  }

  @Override
  public void close() {
    grid.close();
  }
}
