package io.opencop.telemetry.drain;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Mines log templates, per service. One thread adds lines; templates can be looked up from any
 * thread. Kept across restarts by {@link DrainState}.
 */
public final class Drain {
  /** Where the lines of services beyond the limit go. */
  static final String OTHER_SERVICES = "(other)";

  final Tokens tokens = new Tokens();
  final int maxTemplates;
  private final int maxServices;
  private final Map<String, ServiceTemplates> services =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private final Map<Long, Template> byId = new ConcurrentHashMap<>();
  private long lastId;

  /** At most 1,000 templates a service and 2,000 services. */
  public Drain() {
    this(1_000, 2_000);
  }

  /**
   * @param maxTemplates of one service; lines beyond go to its template {@code (other)} and are
   *     counted
   * @param maxServices services beyond share one set of templates
   */
  public Drain(int maxTemplates, int maxServices) {
    this.maxTemplates = maxTemplates;
    this.maxServices = maxServices;
  }

  /** The templates of a service; keep the answer rather than ask for every line. */
  public ServiceTemplates service(String name) {
    ServiceTemplates known = services.get(name);
    if (known != null) {
      return known;
    }
    String key = services.size() < maxServices ? name : OTHER_SERVICES;
    return services.computeIfAbsent(key, n -> new ServiceTemplates(this, n));
  }

  /** {@code service(name).add(buf, off, len)}. */
  public Template add(String service, byte[] buf, int off, int len) {
    return service(service).add(buf, off, len);
  }

  /** Returns the template with this id, or null. Its text may be that of one it became part of. */
  public Template template(long id) {
    return byId.get(id);
  }

  /** How many lines went to a template "(other)". */
  public long folded() {
    synchronized (services) {
      return services.values().stream().mapToLong(ServiceTemplates::folded).sum();
    }
  }

  public int serviceLimit() {
    return maxServices;
  }

  Collection<ServiceTemplates> services() {
    return services.values();
  }

  long nextId() {
    return ++lastId;
  }

  long lastId() {
    return lastId;
  }

  void restoreLastId(long id) {
    lastId = id;
  }

  void register(Template t) {
    byId.put(t.id(), t);
  }
}
