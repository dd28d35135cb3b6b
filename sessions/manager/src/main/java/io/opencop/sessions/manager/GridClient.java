package io.opencop.sessions.manager;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.infinispan.client.hotrod.Flag;
import org.infinispan.client.hotrod.MetadataValue;
import org.infinispan.client.hotrod.RemoteCache;
import org.infinispan.client.hotrod.RemoteCacheManager;
import org.infinispan.client.hotrod.configuration.ConfigurationBuilder;
import org.infinispan.client.hotrod.exceptions.HotRodClientException;
import org.infinispan.commons.CacheException;
import org.infinispan.commons.configuration.StringConfiguration;
import org.infinispan.commons.marshall.IdentityMarshaller;
import org.infinispan.commons.util.CloseableIterator;

/**
 * The grid over Hot Rod: bytes under bytes with a version. Connects when first used, so that an
 * application starts without its grid.
 */
final class GridClient implements AutoCloseable {
  private static final int CONNECT_MILLIS = 1_000;
  private static final int ANSWER_MILLIS = 1_500;

  /** The first connection loads some thousand classes; on a busy machine that takes seconds. */
  private static final int FIRST_MILLIS = 10_000;

  private static final int RETRIES = 2;
  private static final int BATCH = 256;

  private final SessionSettings settings;
  private final ReentrantLock connecting = new ReentrantLock();
  private RemoteCacheManager manager;
  private GridClient owner;
  private volatile RemoteCache<byte[], byte[]> cache;
  private volatile boolean tried;
  private boolean closed;
  private final Map<String, GridClient> beside = new ConcurrentHashMap<>();
  private final String name;
  private final String definition;

  GridClient(SessionSettings settings) {
    this(settings, settings.grid().cache(), "");
  }

  private GridClient(SessionSettings settings, String name, String definition) {
    this.settings = settings;
    this.name = name;
    this.definition = definition;
    if (!definition.isEmpty()) {
      return;
    }
    // Not by the first request; where it fails, the first request finds out why.
    Thread first = new Thread(this::tryToConnect, "session-grid-connect");
    first.setDaemon(true);
    first.start();
  }

  private void tryToConnect() {
    try {
      cache();
    } catch (CacheException | HotRodClientException | IllegalStateException e) {
      // Told to the request that needs it.
      tried = true;
    }
  }

  /**
   * Another cache of the same grid over the same connections.
   *
   * @param xml what it is created by where there is none yet
   */
  GridClient beside(String other, String xml) {
    return beside.computeIfAbsent(
        other,
        key -> {
          GridClient client = new GridClient(settings, other, xml);
          client.owner = this;
          return client;
        });
  }

  /** One entry; version and value. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Entry(long version, byte[] value) {}

  /** Null where there is none. */
  Entry get(String key) {
    return call(c -> {
      MetadataValue<byte[]> found = c.getWithMetadata(bytes(key));
      return found == null ? null : new Entry(found.getVersion(), found.getValue());
    });
  }

  void put(String key, byte[] value, int lifespanSeconds) {
    call(c -> c.put(bytes(key), value, lifespanSeconds, TimeUnit.SECONDS));
  }

  /** Whether nobody had put one before. */
  boolean putIfAbsent(String key, byte[] value, long lifespanMillis) {
    return call(c ->
        c.withFlags(Flag.FORCE_RETURN_VALUE)
                .putIfAbsent(bytes(key), value, lifespanMillis, TimeUnit.MILLISECONDS)
            == null);
  }

  /** Whether the entry still had that version. */
  boolean replace(String key, byte[] value, long version, int lifespanSeconds) {
    return call(c -> c.replaceWithVersion(bytes(key), value, version, lifespanSeconds));
  }

  /** What was there; null where nothing was. */
  byte[] remove(String key) {
    return call(c -> c.withFlags(Flag.FORCE_RETURN_VALUE).remove(bytes(key)));
  }

  boolean removeVersion(String key, long version) {
    return call(c -> c.removeWithVersion(bytes(key), version));
  }

  /** Every key there is, in no order; much less to send than the entries. */
  void eachKey(Consumer<String> sink) {
    call(c -> {
      try (CloseableIterator<byte[]> all = c.keySet().iterator()) {
        while (all.hasNext()) {
          sink.accept(new String(all.next(), StandardCharsets.UTF_8));
        }
      }
      return null;
    });
  }

  /** Every entry there is, in no order. Entries written meanwhile may be missing. */
  void each(BiConsumer<String, Entry> sink) {
    call(c -> {
      try (CloseableIterator<Map.Entry<Object, MetadataValue<Object>>> all =
          c.retrieveEntriesWithMetadata(null, BATCH)) {
        while (all.hasNext()) {
          Map.Entry<Object, MetadataValue<Object>> one = all.next();
          MetadataValue<Object> found = one.getValue();
          sink.accept(
              new String((byte[]) one.getKey(), StandardCharsets.UTF_8),
              new Entry(found.getVersion(), (byte[]) found.getValue()));
        }
      }
      return null;
    });
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }

  private <T> T call(Function<RemoteCache<byte[], byte[]>, T> operation) {
    try {
      return operation.apply(cache());
    } catch (HotRodClientException e) {
      if (owner != null) {
        // A grid that was started anew may not have it any more.
        cache = null;
      }
      // Also what a member answers that has lost its majority or is about to stop.
      throw new SessionsUnavailableException(Reasons.of(e), Reasons.cause(e));
    } catch (CacheException | IllegalStateException e) {
      throw new SessionsUnavailableException(Reasons.of(e), Reasons.cause(e));
    }
  }

  private RemoteCache<byte[], byte[]> cache() {
    RemoteCache<byte[], byte[]> known = cache;
    if (known != null) {
      return known;
    }
    lockWithin(tried ? ANSWER_MILLIS : FIRST_MILLIS);
    try {
      if (cache == null) {
        connect();
      }
      return cache;
    } finally {
      connecting.unlock();
    }
  }

  /** A request that finds another at connecting does not wait for all of its time-outs. */
  private void lockWithin(int millis) {
    try {
      if (!connecting.tryLock(millis, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("not connected yet");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void connect() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    RemoteCache<byte[], byte[]> found = manager().getCache(name);
    if (found == null && !definition.isEmpty()) {
      found =
          manager().administration().getOrCreateCache(name, new StringConfiguration(definition));
    }
    if (found == null) {
      throw new IllegalStateException("no cache " + name);
    }
    cache = found;
    tried = true;
  }

  private RemoteCacheManager manager() {
    if (owner != null) {
      // Connects it, too.
      owner.cache();
      return owner.manager;
    }
    if (manager == null) {
      manager = new RemoteCacheManager(configuration().build());
    }
    return manager;
  }

  private ConfigurationBuilder configuration() {
    ConfigurationBuilder builder = new ConfigurationBuilder();
    builder
        .addServers(settings.grid().servers())
        .connectionTimeout(CONNECT_MILLIS)
        .socketTimeout(ANSWER_MILLIS)
        .maxRetries(RETRIES)
        .marshaller(IdentityMarshaller.INSTANCE)
        .disableTracingPropagation();
    builder
        .security()
        .authentication()
        .username(settings.grid().user())
        .password(settings.grid().password())
        .saslMechanism("SCRAM-SHA-256");
    return builder;
  }

  @Override
  public void close() {
    connecting.lock();
    try {
      cache = null;
      closed = true;
      if (manager != null) {
        manager.close();
        manager = null;
      }
    } finally {
      connecting.unlock();
    }
  }
}
