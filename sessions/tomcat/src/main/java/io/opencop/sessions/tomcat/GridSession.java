package io.opencop.sessions.tomcat;

import io.opencop.sessions.manager.AttributeCodec;
import io.opencop.sessions.manager.LoginRefusedException;
import io.opencop.sessions.manager.SessionChange;
import io.opencop.sessions.manager.SessionException;
import io.opencop.sessions.manager.SessionHeader;
import io.opencop.sessions.manager.SessionState;
import io.opencop.sessions.manager.SessionTimes;
import io.opencop.sessions.manager.Stored;
import jakarta.servlet.http.HttpSessionActivationListener;
import jakarta.servlet.http.HttpSessionEvent;
import java.io.Serializable;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.catalina.realm.GenericPrincipal;
import org.apache.catalina.session.StandardSession;

/**
 * A session while requests of this instance use it. Attributes are read from their bytes when first
 * asked for, and held against those bytes when the session is stored, so that an object changed in
 * place is noticed.
 */
final class GridSession extends StandardSession {
  private static final long serialVersionUID = 1L;

  /** An attribute as the grid has it, and the object it was read into or written from. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Origin(byte[] bytes, Object value) {
    @SuppressWarnings("ReferenceEquality") // the same object, not an equal one
    boolean of(Object other) {
      return value == other;
    }
  }

  private final transient GridManager grid;
  private final transient Map<String, Origin> origins = new ConcurrentHashMap<>();
  private final transient Set<String> removed = ConcurrentHashMap.newKeySet();

  /** Names the application has set since the last time it was stored: no doubt about these. */
  private final transient Set<String> written = ConcurrentHashMap.newKeySet();

  private final transient ReentrantLock lock = new ReentrantLock();

  /** What the grid has; null while it has nothing. */
  private transient volatile Stored base;

  private transient int users;
  private transient volatile boolean scoped;
  private transient volatile boolean storeAtEnd;
  private transient volatile boolean claimed;

  GridSession(GridManager grid) {
    super(grid);
    this.grid = grid;
  }

  /** One that the grid has. */
  GridSession(GridManager grid, Stored stored) {
    this(grid);
    base = stored;
    id = stored.id();
    SessionHeader header = stored.state().header();
    creationTime = header.created();
    lastAccessedTime = header.accessed();
    thisAccessedTime = header.accessed();
    maxInactiveInterval = header.timeoutSeconds();
    isNew = false;
    isValid = true;
    if (!header.user().isEmpty()) {
      principal = new GenericPrincipal(header.user(), header.roles());
      authType = header.authType();
    }
  }

  boolean known() {
    return base != null;
  }

  synchronized void enter() {
    users++;
  }

  void exit() {
    synchronized (this) {
      users--;
    }
    grid.forgetUnused(this);
  }

  synchronized boolean used() {
    return users > 0;
  }

  /** A request will store it before its response leaves. */
  void scoped() {
    scoped = true;
  }

  void storeAtEnd() {
    storeAtEnd = true;
  }

  private synchronized boolean usedByOthers() {
    return users > 1;
  }

  /** Another request of this instance has read the grid: what others changed is taken over. */
  void rebase(Stored fresh) {
    lock.lock();
    try {
      if (base == null || base.version() != fresh.version() || base.version() < 0) {
        takeOver(fresh);
      }
    } finally {
      lock.unlock();
    }
  }

  private void takeOver(Stored fresh) {
    Map<String, byte[]> now = fresh.state().attributes();
    origins.forEach((name, origin) -> {
      byte[] bytes = now.get(name);
      boolean other = bytes == null || !Arrays.equals(bytes, origin.bytes());
      if (other && !changed(name, origin, held(name))) {
        drop(name);
        origins.remove(name);
      }
    });
    base = fresh;
  }

  @Override
  public void access() {
    super.access();
    enter();
  }

  @Override
  public void endAccess() {
    super.endAccess();
    try {
      if (isValid && (storeAtEnd || !scoped)) {
        store();
      }
    } catch (SessionException e) {
      grid.lateFailure(this, e);
    } finally {
      exit();
    }
  }

  @Override
  public boolean isValid() {
    if (expiring || !isValid) {
      return expiring;
    }
    SessionHeader seen = SessionHeader.anonymous(thisAccessedTime, maxInactiveInterval);
    if (!usedByOthers() && SessionTimes.ended(seen, System.currentTimeMillis())) {
      grid.expireUnlessUsed(this);
    }
    return isValid;
  }

  @Override
  public void expire(boolean notify) {
    if (!isValid || expiring) {
      return;
    }
    // Whoever removes the entry tells the listeners: once in the cluster.
    boolean ours = claimed || base == null || grid.sessions().end(base.id());
    super.expire(notify && ours);
  }

  /** This instance has removed the entry, because nobody used the session for too long. */
  void expireClaimed() {
    claimed = true;
    expire(true);
  }

  /** Somebody else has ended it and told the listeners. */
  void endedElsewhere() {
    isValid = false;
    grid.remove(this);
  }

  @Override
  public Object getAttribute(String name) {
    if (name != null && isValidInternal()) {
      open(name);
    }
    return super.getAttribute(name);
  }

  @Override
  public void setAttribute(String name, Object value, boolean notify) {
    if (value != null && name != null) {
      if (!(value instanceof Serializable)) {
        // Fails here, where the stack trace shows who did it.
        throw new IllegalArgumentException(grid.notSerialisable(name, value));
      }
      open(name);
      super.setAttribute(name, value, notify);
      removed.remove(name);
      written.add(name);
      storeOutsideRequests();
      return;
    }
    super.setAttribute(name, value, notify);
  }

  @Override
  protected void removeAttributeInternal(String name, boolean notify) {
    if (name == null) {
      return;
    }
    if (expiring || !isValid) {
      grid.openIfReadable(name, () -> open(name));
    } else {
      open(name);
    }
    if (base != null && base.state().attributes().containsKey(name)) {
      removed.add(name);
    }
    super.removeAttributeInternal(name, notify);
    if (isValid && !expiring) {
      storeOutsideRequests();
    }
  }

  /** A thread the container knows nothing of: no end of a request will store for it. */
  private void storeOutsideRequests() {
    if (RequestScope.current() == null && isValid && !expiring && base != null) {
      store();
    }
  }

  @Override
  public Enumeration<String> getAttributeNames() {
    if (!isValidInternal()) {
      return super.getAttributeNames();
    }
    return Collections.enumeration(List.of(keys()));
  }

  @Override
  public Object getNote(String name) {
    String key = LoginNotes.key(name);
    if (key != null && isValid) {
      grid.openIfReadable(name, () -> open(key));
    }
    return super.getNote(name);
  }

  @Override
  public void setNote(String name, Object value) {
    super.setNote(name, value);
    String key = LoginNotes.key(name);
    if (key != null) {
      removed.remove(key);
    }
  }

  @Override
  public void removeNote(String name) {
    String key = LoginNotes.key(name);
    if (key != null && base != null && base.state().attributes().containsKey(key)) {
      removed.add(key);
    }
    super.removeNote(name);
  }

  /** The object this instance holds under a name of the grid: an attribute, or a note. */
  private Object held(String key) {
    String note = LoginNotes.note(key);
    return note == null ? attributes.get(key) : notes.get(note);
  }

  private void hold(String key, Object value) {
    String note = LoginNotes.note(key);
    if (note == null) {
      attributes.put(key, value);
    } else {
      notes.put(note, value);
    }
  }

  private void drop(String key) {
    String note = LoginNotes.note(key);
    if (note == null) {
      attributes.remove(key);
    } else {
      notes.remove(note);
    }
  }

  private Map<String, Object> allHeld() {
    Map<String, Object> all = new HashMap<>(attributes);
    notes.forEach((note, value) -> {
      String key = LoginNotes.key(note);
      if (key != null) {
        all.put(key, value);
      }
    });
    return all;
  }

  @Override
  protected String[] keys() {
    Set<String> names = new HashSet<>(attributes.keySet());
    if (base != null) {
      for (String name : base.state().attributes().keySet()) {
        if (!removed.contains(name) && LoginNotes.note(name) == null) {
          names.add(name);
        }
      }
    }
    return names.toArray(new String[0]);
  }

  private void open(String name) {
    if (held(name) != null || base == null || removed.contains(name)) {
      return;
    }
    lock.lock();
    try {
      byte[] bytes = base.state().attributes().get(name);
      if (bytes == null || held(name) != null) {
        return;
      }
      Object value = grid.decodeOwn(name, bytes);
      if (value == null) {
        return;
      }
      origins.put(name, new Origin(bytes, value));
      hold(name, value);
      if (value instanceof HttpSessionActivationListener listener) {
        listener.sessionDidActivate(new HttpSessionEvent(getSession()));
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Brings to the grid what this instance changed.
   *
   * @throws SessionException where that failed; nothing has been stored then
   */
  void store() {
    lock.lock();
    try {
      if (!isValid || expiring) {
        return;
      }
      Map<String, Object> live = allHeld();
      SessionChange change = change(live);
      if (base == null) {
        SessionState whole = new SessionState(change.header(), Map.of()).with(change);
        settle(grid.sessions().create(id, whole), change, live);
      } else if (!base.id().equals(id)) {
        settle(grid.sessions().move(base, change, id), change, live);
      } else if (!change.isTouch()
          || SessionTimes.touchDue(base.state().header(), change.header().accessed())) {
        settle(grid.sessions().save(base, change), change, live);
      }
    } catch (LoginRefusedException e) {
      // Nobody here may go on with the user in it. What the grid has is as it was before.
      endedElsewhere();
      throw e;
    } finally {
      lock.unlock();
    }
  }

  private void settle(Optional<Stored> saved, SessionChange change, Map<String, Object> live) {
    saved.ifPresentOrElse(now -> stored(now, change, live), this::endedElsewhere);
  }

  private void stored(Stored now, SessionChange change, Map<String, Object> live) {
    change.set().forEach((name, bytes) -> origins.put(name, new Origin(bytes, live.get(name))));
    written.removeAll(change.set().keySet());
    change
        .removed()
        .forEach(name -> {
          removed.remove(name);
          origins.remove(name);
        });
    takeOver(now);
  }

  private SessionChange change(Map<String, Object> live) {
    Map<String, byte[]> set = new HashMap<>();
    live.forEach((name, value) -> {
      Origin origin = origins.get(name);
      if (origin != null && origin.of(value) && AttributeCodec.unchanging(value)) {
        return;
      }
      byte[] bytes = grid.encode(name, value);
      if (origin == null || differs(name, origin, value, bytes)) {
        set.put(name, bytes);
      }
    });
    SessionHeader header = header().login(login(live));
    boolean other = base != null && !base.state().header().equals(header.accessed(accessed()));
    return new SessionChange(header, base == null || other, set, Set.copyOf(removed));
  }

  /** Pseudonym of whoever is logged in, by the container's word or by the application's. */
  private String login(Map<String, Object> live) {
    SessionHeader known = base == null ? null : base.state().header();
    Principal user = getPrincipal();
    if (user != null) {
      boolean same = known != null && known.user().equals(user.getName());
      return same && !known.login().isEmpty()
          ? known.login()
          : grid.logins().ofName(user.getName());
    }
    String attribute = grid.logins().attribute();
    if (live.containsKey(attribute)) {
      return grid.logins().ofValue(live.get(attribute));
    }
    boolean untouched = known != null && base.state().attributes().containsKey(attribute);
    return untouched && !removed.contains(attribute) ? known.login() : "";
  }

  private long accessed() {
    return base.state().header().accessed();
  }

  private boolean changed(String name, Origin origin, Object value) {
    if (value == null || (origin.of(value) && AttributeCodec.unchanging(value))) {
      return false;
    }
    return differs(name, origin, value, grid.encode(name, value));
  }

  private boolean differs(String name, Origin origin, Object value, byte[] bytes) {
    if (Arrays.equals(bytes, origin.bytes())) {
      return false;
    }
    // A hash table read back may be laid out otherwise than the one that was written. That is not a
    // change, and storing it could undo another instance's.
    return !origin.of(value)
        || written.contains(name)
        || !Arrays.equals(bytes, grid.encode(name, grid.decode(name, origin.bytes())));
  }

  private SessionHeader header() {
    Principal user = getPrincipal();
    return new SessionHeader(
        creationTime,
        thisAccessedTime,
        maxInactiveInterval,
        user == null ? "" : user.getName(),
        user instanceof GenericPrincipal generic ? List.of(generic.getRoles()) : List.of(),
        getAuthType() == null ? "" : getAuthType());
  }

  Stored base() {
    return base;
  }
}
