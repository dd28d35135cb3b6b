package io.opencop.sessions.tomcat;

import io.opencop.sessions.manager.AttributeCodec;
import io.opencop.sessions.manager.AttributeException;
import io.opencop.sessions.manager.ClassFilter;
import io.opencop.sessions.manager.Ids;
import io.opencop.sessions.manager.LoginReader;
import io.opencop.sessions.manager.SessionException;
import io.opencop.sessions.manager.SessionMessage;
import io.opencop.sessions.manager.SessionSettings;
import io.opencop.sessions.manager.Sessions;
import io.opencop.sessions.manager.SpringClasses;
import io.opencop.sessions.manager.Stored;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Host;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Pipeline;
import org.apache.catalina.Session;
import org.apache.catalina.Valve;
import org.apache.catalina.session.ManagerBase;

/**
 * Tomcat's sessions, kept in the grid. This instance holds a session only while requests use it, so
 * there is nothing to lose with the instance and no need for stickiness.
 */
public final class GridManager extends ManagerBase {
  private static final Logger LOG = Logger.getLogger(GridManager.class.getName());

  private final SessionSettings settings;
  private final Predicate<Class<?>> own;
  private final AtomicLong lateFailures = new AtomicLong();
  private Sessions grid;
  private AttributeCodec codec;
  private LoginReader logins;
  private volatile boolean degraded;

  /** For a WAR. */
  public GridManager(SessionSettings settings) {
    this(settings, GridManager::isWars);
  }

  /**
   * @param own whether a class is the application's own, so that attributes may be of it
   */
  public GridManager(SessionSettings settings, Predicate<Class<?>> own) {
    this.settings = settings;
    this.own = own;
  }

  Sessions sessions() {
    return grid;
  }

  @Override
  protected void startInternal() throws LifecycleException {
    super.startInternal();
    grid = new Sessions(settings);
    grid.publish();
    logins = new LoginReader(settings.logins());
    if (settings.shared().yes()) {
      getContext().setSessionCookiePath("/");
      if (!settings.shared().cookieDomain().isEmpty()) {
        getContext().setSessionCookieDomain(settings.shared().cookieDomain());
      }
    }
    codec =
        new AttributeCodec(
            new ClassFilter(allowed(), own),
            () -> getContext().getLoader().getClassLoader(),
            settings.attributes().maxBytes());
    Pipeline host = ((Host) getContext().getParent()).getPipeline();
    synchronized (host) {
      boolean there = false;
      for (Valve valve : host.getValves()) {
        there |= valve instanceof StoreValve;
      }
      if (!there) {
        host.addValve(new StoreValve());
      }
    }
    // Beside the application's own start; only then does Tomcat listen.
    getContext().addLifecycleListener(this::started);
    setState(LifecycleState.STARTING);
  }

  private void started(LifecycleEvent event) {
    if (Lifecycle.AFTER_START_EVENT.equals(event.getType()) && grid != null) {
      grid.awaitGrid();
    }
  }

  @Override
  protected void stopInternal() throws LifecycleException {
    setState(LifecycleState.STOPPING);
    try {
      grid.catchUp();
    } catch (SessionException e) {
      LOG.log(Level.SEVERE, e.getMessage(), e);
    }
    grid.close();
    super.stopInternal();
  }

  private List<String> allowed() {
    List<String> all = new ArrayList<>(LoginNotes.CLASSES);
    all.addAll(SpringClasses.PATTERNS);
    all.addAll(settings.attributes().allow());
    return all;
  }

  /** Nothing to do: the grid has them. */
  @Override
  public void load() {}

  /** Nothing to do: the grid has them. */
  @Override
  public void unload() {}

  /** What the application was deployed with itself. Its libraries are not its own. */
  private static boolean isWars(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source != null
        && source.getLocation() != null
        && source.getLocation().getPath().contains("/WEB-INF/classes");
  }

  byte[] encode(String name, Object value) {
    return codec.encode(name, value);
  }

  Object decode(String name, byte[] bytes) {
    return codec.decode(name, bytes);
  }

  /** Null where apps share sessions, and this is of a class only another one has. */
  Object decodeOwn(String name, byte[] bytes) {
    try {
      return codec.decode(name, bytes);
    } catch (AttributeException e) {
      if (settings.shared().yes() && e.getCause() instanceof ClassNotFoundException) {
        return null;
      }
      throw e;
    }
  }

  LoginReader logins() {
    return logins;
  }

  String notSerialisable(String name, Object value) {
    String type = value.getClass().getName();
    return SessionMessage.NOT_SERIALISABLE.here(name, type, type);
  }

  @Override
  public Session createSession(String id) {
    Session session = super.createSession(id);
    if (settings.timeoutSeconds() > 0) {
      session.setMaxInactiveInterval(settings.timeoutSeconds());
    }
    return session;
  }

  @Override
  public Session createEmptySession() {
    return new GridSession(this);
  }

  @Override
  public void add(Session session) {
    super.add(session);
    RequestScope scope = RequestScope.current();
    if (scope != null) {
      scope.add((GridSession) session);
    }
  }

  @Override
  public Session findSession(String id) {
    if (!Ids.plausible(id)) {
      return null;
    }
    RequestScope scope = RequestScope.current();
    GridSession mine = scope == null ? null : scope.find(this, id);
    if (mine != null) {
      return mine;
    }
    Optional<Stored> stored;
    try {
      stored = grid.load(id);
    } catch (SessionException e) {
      throw scope == null ? e : scope.fail(e);
    }
    if (stored.isEmpty()) {
      if (sessions.get(id) instanceof GridSession here && here.known()) {
        here.endedElsewhere();
      }
      return null;
    }
    return join(stored.get(), scope);
  }

  /** Requests of one instance share one object, as the specification has it. */
  private GridSession join(Stored stored, RequestScope scope) {
    if (scope == null) {
      return new GridSession(this, stored);
    }
    GridSession[] joined = new GridSession[1];
    sessions.compute(
        stored.id(),
        (id, here) -> {
          joined[0] =
              here instanceof GridSession used && used.known()
                  ? used
                  : new GridSession(this, stored);
          scope.add(joined[0]);
          return joined[0];
        });
    joined[0].rebase(stored);
    return joined[0];
  }

  void forgetUnused(GridSession session) {
    sessions.computeIfPresent(
        session.getIdInternal(), (id, here) -> here == session && !session.used() ? null : here);
  }

  /** Its time is over by this instance's clock; the grid says whether somebody used it since. */
  void expireUnlessUsed(GridSession session) {
    Stored known = session.base();
    if (known == null || grid.endIfUntouched(known)) {
      session.expireClaimed();
      return;
    }
    Optional<Stored> fresh = grid.load(known.id());
    fresh.ifPresentOrElse(session::rebase, session::endedElsewhere);
  }

  /**
   * A listener that wants an attribute nobody can read must not keep a session from ending, nor a
   * log-in's note from another Tomcat a request from being answered.
   */
  void openIfReadable(String name, Runnable open) {
    try {
      open.run();
    } catch (SessionException e) {
      LOG.log(Level.WARNING, name + ": " + e.getMessage(), e);
    }
  }

  /** After the response: nobody is left to be told but the log and the count. */
  void lateFailure(GridSession session, SessionException e) {
    lateFailures.incrementAndGet();
    LOG.log(Level.SEVERE, Ids.shown(session.getIdInternal()) + " " + e.getMessage(), e);
  }

  /** Changes made after a response was complete that could not be stored. */
  public long getLateFailures() {
    return lateFailures.get();
  }

  /** Whether the grid cannot be reached just now. */
  public boolean isDegraded() {
    return grid != null && grid.degraded().isPresent();
  }

  /** Calls served from own copies because the grid could not be reached. */
  public long getServedLocally() {
    return grid.counts().servedLocally();
  }

  /** Called by the container's background thread. */
  @Override
  public void processExpires() {
    long begun = System.nanoTime();
    try {
      grid.catchUp();
      grid.sweep(period(), this::expired);
    } catch (SessionException e) {
      LOG.log(degraded ? Level.FINE : Level.WARNING, e.getMessage(), e);
    }
    sayWhetherDegraded();
    processingTime += TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }

  private void sayWhetherDegraded() {
    boolean now = isDegraded();
    if (now != degraded) {
      degraded = now;
      LOG.warning(() -> now ? grid.degraded().orElse("") : "the session grid is back");
    }
  }

  private Duration period() {
    int delay = Math.max(1, getContext().getBackgroundProcessorDelay());
    int hosts = Math.max(delay, ((Host) getContext().getParent()).getBackgroundProcessorDelay());
    int engines = Math.max(hosts, getEngine().getBackgroundProcessorDelay());
    return Duration.ofSeconds((long) engines * processExpiresFrequency);
  }

  private void expired(Stored stored) {
    new GridSession(this, stored).expireClaimed();
  }
}
