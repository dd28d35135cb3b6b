package io.opencop.sessions.manager.statistics;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Everything one instance counts of the sessions of its app. Cheap enough for every request. */
public final class Figures {
  /** Sessions and users count as active for so long after their last request. */
  public static final int ACTIVE_MINUTES = 5;

  /** Of so many stores one is looked at attribute by attribute. */
  private static final int SAMPLE = 16;

  final LongAdder created = new LongAdder();
  final LongAdder expired = new LongAdder();
  final LongAdder ended = new LongAdder();
  final LongAdder logins = new LongAdder();
  final LongAdder loginsRefused = new LongAdder();
  final LongAdder conflicts = new LongAdder();
  final LongAdder merged = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder servedLocally = new LongAdder();
  final LongAdder degradedNanos = new LongAdder();
  final LogHistogram lookup = new LogHistogram();
  final LogHistogram write = new LogHistogram();
  final LogHistogram size = new LogHistogram();
  final Heaviest heaviest = new Heaviest();
  private final Recent sessions = new Recent(ACTIVE_MINUTES);
  private final Recent users = new Recent(ACTIVE_MINUTES);
  private final LongAdder stores = new LongAdder();

  /**
   * A session was looked up and found.
   *
   * @param user pseudonym; empty where nobody is logged in
   */
  public void served(String id, String user) {
    int now = minute();
    sessions.saw(id, now);
    if (!user.isEmpty()) {
      users.saw(user, now);
    }
  }

  public void looked(long begunNanos) {
    lookup.record(Ticks.of(System.nanoTime() - begunNanos));
  }

  public void wrote(long begunNanos) {
    write.record(Ticks.of(System.nanoTime() - begunNanos));
  }

  /**
   * A session was encoded.
   *
   * @param bytes of the whole entry
   */
  public void encoded(int bytes, Map<String, byte[]> attributes) {
    size.record(bytes);
    stores.increment();
    if (stores.sum() % SAMPLE == 1) {
      heaviest.add(attributes);
    }
  }

  public void created() {
    created.increment();
  }

  /** Its time was over. */
  public void expired() {
    expired.increment();
  }

  /** Logged out, or ended by an operator or another log-in. */
  public void ended() {
    ended.increment();
  }

  public void login(boolean refusedIt) {
    (refusedIt ? loginsRefused : logins).increment();
  }

  /** A write met another's. */
  public void conflict() {
    conflicts.increment();
  }

  /** A write that had met another's was put on top of it. */
  public void merged() {
    merged.increment();
  }

  public void refused() {
    refused.increment();
  }

  public void servedLocally() {
    servedLocally.increment();
  }

  public void degraded(long nanos) {
    degradedNanos.add(nanos);
  }

  int activeSessions() {
    return sessions.count(minute());
  }

  int activeUsers() {
    return users.count(minute());
  }

  private static int minute() {
    return (int) TimeUnit.NANOSECONDS.toMinutes(System.nanoTime()) & 0x3FFFFFFF;
  }
}
