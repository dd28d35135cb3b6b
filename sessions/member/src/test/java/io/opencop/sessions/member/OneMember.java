package io.opencop.sessions.member;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.infinispan.client.hotrod.RemoteCache;
import org.infinispan.client.hotrod.RemoteCacheManager;
import org.infinispan.client.hotrod.configuration.ClientIntelligence;
import org.infinispan.client.hotrod.configuration.ConfigurationBuilder;
import org.infinispan.client.hotrod.exceptions.HotRodClientException;
import org.infinispan.commons.marshall.IdentityMarshaller;

/** A client that asks one member only, whoever owns what, and never again. */
final class OneMember implements AutoCloseable {
  private final RemoteCacheManager manager;
  private final RemoteCache<byte[], byte[]> cache;

  OneMember(RealGrid grid, String member) {
    ConfigurationBuilder builder = new ConfigurationBuilder();
    builder
        .addServers(grid.member(member).endpoint())
        .clientIntelligence(ClientIntelligence.BASIC)
        .maxRetries(0)
        .socketTimeout(2_000)
        .marshaller(IdentityMarshaller.INSTANCE);
    builder
        .security()
        .authentication()
        .username(grid.grid.access().user())
        .password(grid.grid.access().password())
        .saslMechanism("SCRAM-SHA-256");
    manager = new RemoteCacheManager(builder.build());
    cache = manager.getCache(grid.grid.access().cache());
  }

  /** Every entry, as text. */
  Map<String, String> all() {
    Map<String, String> all = new HashMap<>();
    for (byte[] key : cache.keySet()) {
      String name = new String(key, StandardCharsets.UTF_8);
      all.put(name, value(name));
    }
    return all;
  }

  /** Its answer; a text of its own where it refuses. */
  String value(String key) {
    try {
      byte[] found = cache.get(key.getBytes(StandardCharsets.UTF_8));
      return found == null ? "none" : Base64.getEncoder().encodeToString(found);
    } catch (HotRodClientException e) {
      return "refused";
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
