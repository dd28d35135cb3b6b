package io.opencop.sessions.manager;

import io.opencop.sessions.manager.statistics.Figures;
import io.opencop.sessions.manager.users.Duplicates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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
  private final Figures figures = new Figures();
  private final Guard guard = new Guard(figures::degraded);
  private final OwnCopies copies = new OwnCopies();
  private final SessionCounts counts = new SessionCounts();
  private final String instance = UUID.randomUUID().toString();
  private final Logins logins;
  private Publisher publisher;

  public Sessions(SessionSettings settings) {
    this.settings = settings;
    this.grid = new GridClient(settings);
    this.logins = new Logins(grid, settings.app(), settings.logins().duplicates());
  }

  /** From now on what happens here is told in the grid, and sessions are counted. */
  public synchronized void publish() {
    if (publisher == null) {
      publisher = new Publisher(grid, settings, figures, () -> degraded().orElse(""));
    }
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
    Optional<Stored> found = find(id);
    found.ifPresent(s -> figures.served(id, s.state().header().login()));
    return found;
  }

  private Optional<Stored> find(String id) {
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
      servedLocally();
      return Optional.of(new Stored(id, Stored.UNKNOWN, copy));
    }
  }

  /**
   * Stores a session nobody else knows yet.
   *
   * @return empty where its user has logged in somewhere else meanwhile, which ended it
   * @throws LoginRefusedException where its user is logged in somewhere else
   */
  public Optional<Stored> create(String id, SessionState state) {
    counts.stores.increment();
    figures.created();
    String user = state.header().login();
    figures.served(id, user);
    try {
      boolean stays = reach(() -> claiming(user, id, null, () -> put(id, state)));
      if (!stays) {
        return Optional.empty();
      }
      if (local()) {
        copies.keep(id, state);
      }
    } catch (SessionsUnavailableException e) {
      unlessLocal(user, e);
      copies.oweWhole(id, state);
    }
    return Optional.of(new Stored(id, Stored.UNKNOWN, state));
  }

  /** Does something with a session whose user has just logged in, if the user may. */
  private boolean claiming(String user, String id, String before, Supplier<Boolean> store) {
    if (user.isEmpty()) {
      return store.get();
    }
    try {
      logins.claim(user, id, before);
    } catch (LoginRefusedException e) {
      figures.login(true);
      throw e;
    }
    if (!store.get()) {
      logins.release(user, id);
      return false;
    }
    figures.login(false);
    return logins.confirmed(user, id);
  }

  /** A second log-in that has to be refused cannot be found out without the grid. */
  private void unlessLocal(String user, SessionsUnavailableException e) {
    boolean mustAsk = settings.logins().duplicates() == Duplicates.REFUSE_NEW && !user.isEmpty();
    if (!local() || mustAsk) {
      throw e;
    }
    servedLocally();
  }

  private void servedLocally() {
    counts.servedLocally.increment();
    figures.servedLocally();
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
    String user = change.headerChanged() ? change.header().login() : "";
    String before = known.state().header().login();
    String login = user.equals(before) ? "" : user;
    try {
      Optional<Stored> saved =
          reach(() -> {
            if (local()) {
              pay(known.id());
            }
            return saved(login, known, change);
          });
      if (local()) {
        saved.ifPresent(s -> copies.keep(s.id(), s.state()));
      }
      return saved;
    } catch (SessionsUnavailableException e) {
      unlessLocal(login, e);
      SessionState copy = copies.get(known.id());
      SessionState after = (copy == null ? known.state() : copy).with(change);
      copies.owe(known.id(), change, after);
      return Optional.of(new Stored(known.id(), Stored.UNKNOWN, after));
    }
  }

  private Optional<Stored> saved(String login, Stored known, SessionChange change) {
    AtomicReference<Optional<Stored>> saved = new AtomicReference<>(Optional.empty());
    boolean stays =
        claiming(
            login,
            known.id(),
            null,
            () -> {
              saved.set(merge(known, change));
              return saved.get().isPresent();
            });
    String before = known.state().header().login();
    boolean left = change.headerChanged() && !before.equals(change.header().login());
    if (left && !before.isEmpty()) {
      logins.release(before, known.id());
    }
    return stays ? saved.get() : Optional.empty();
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
      if (!claiming(state.header().login(), newId, known.id(), () -> put(newId, state))) {
        return Optional.empty();
      }
      grid.remove(key(known.id()));
      copies.drop(known.id());
      return Optional.of(new Stored(newId, Stored.UNKNOWN, state));
    });
  }

  /** Ends a session. Whether it was this call that did: one of several gets true. */
  public boolean end(String id) {
    return reach(() -> {
      copies.drop(id);
      byte[] was = grid.remove(key(id));
      if (was != null) {
        figures.ended();
        release(id, SessionFormat.read(id, was).header());
      }
      return was != null;
    });
  }

  /** Ends a session unless somebody has used it since it was read. */
  public boolean endIfUntouched(Stored known) {
    return reach(() -> over(known));
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
        endDue(ended);
      }
      return null;
    });
  }

  private boolean over(Stored known) {
    boolean ours = grid.removeVersion(key(known.id()), known.version());
    if (ours && known.state().header().over()) {
      figures.ended();
    } else if (ours) {
      figures.expired();
    }
    if (ours) {
      release(known.id(), known.state().header());
    }
    return ours;
  }

  /** The session is gone either way; its place in the user's entry is taken for gone in time. */
  private void release(String id, SessionHeader header) {
    if (!header.login().isEmpty()) {
      try {
        logins.release(header.login(), id);
      } catch (SessionsUnavailableException e) {
        figures.refused();
      }
    }
  }

  /**
   * One after the other as they come by: a hundred thousand at once do not fit into an instance.
   */
  private void endDue(Consumer<Stored> ended) {
    String prefix = key("");
    long now = System.currentTimeMillis();
    grid.each((key, entry) -> {
      if (key.startsWith(prefix)) {
        readable(key.substring(prefix.length()), entry)
            .filter(s -> SessionTimes.ended(s.state().header(), now))
            .filter(this::over)
            .ifPresent(ended);
      }
    });
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
      claiming(owed.whole().header().login(), id, null, () -> put(id, owed.whole()));
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
      byte[] bytes = encoded(next);
      long begun = System.nanoTime();
      boolean done = grid.replace(key(base.id()), bytes, base.version(), lifespan);
      figures.wrote(begun);
      if (done) {
        if (i > 0) {
          figures.merged();
        }
        return Optional.of(new Stored(base.id(), Stored.UNKNOWN, next));
      }
      counts.conflicts.increment();
      figures.conflict();
      base = read(known.id());
    }
    throw new SessionsUnavailableException("too many writers of one session", null);
  }

  /** Null where there is none, or somebody else has ended it and nobody has been told yet. */
  private Stored read(String id) {
    long begun = System.nanoTime();
    GridClient.Entry entry = grid.get(key(id));
    figures.looked(begun);
    if (entry == null) {
      return null;
    }
    SessionState state = SessionFormat.read(id, entry.value());
    return state.header().over() ? null : new Stored(id, entry.version(), state);
  }

  private byte[] encoded(SessionState state) {
    byte[] bytes = SessionFormat.write(state);
    figures.encoded(bytes.length, state.attributes());
    return bytes;
  }

  private boolean put(String id, SessionState state) {
    int lifespan = SessionTimes.lifespanSeconds(state.header());
    byte[] bytes = encoded(state);
    long begun = System.nanoTime();
    grid.put(key(id), bytes, lifespan);
    figures.wrote(begun);
    return true;
  }

  private String key(String id) {
    return settings.app() + ":" + id;
  }

  private boolean local() {
    return settings.outage().unreachable() == Unreachable.LOCAL;
  }

  private <T> T reach(Supplier<T> operation) {
    Duration patience =
        settings.outage().unreachable() == Unreachable.WAIT
            ? settings.outage().waitAtMost()
            : Duration.ZERO;
    try {
      return guard.call(patience, operation);
    } catch (SessionsUnavailableException e) {
      counts.refused.increment();
      figures.refused();
      throw e;
    }
  }

  @Override
  public synchronized void close() {
    if (publisher != null) {
      publisher.close();
    }
    grid.close();
  }
}
