package io.opencop.telemetry.rollup;

import io.opencop.telemetry.assemble.Peer;
import io.opencop.telemetry.rollup.VolumeKey.What;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Counts a hot slice's signals as they are decoded. Belongs to the builder's thread. Strings are
 * met once per slice; after that a span costs two or three look-ups by number.
 */
public final class RollupBuilder {
  /** The finest step: 10 s. Coarser ones are made of it. */
  public static final long STEP_NANOS = 10_000_000_000L;

  private final RollupKeys keys;
  private final CellAccumulator red = new CellAccumulator(STEP_NANOS, true);
  private final CellAccumulator instance = new CellAccumulator(STEP_NANOS, true);
  private final CellAccumulator edge = new CellAccumulator(STEP_NANOS, true);
  private final CellAccumulator volume = new CellAccumulator(STEP_NANOS, false);
  private final PairFinder pairs = new PairFinder();

  private final List<Source> sources = new ArrayList<>();
  private final List<String> services = new ArrayList<>();
  private final Map<String, Integer> serviceNumbers = new HashMap<>();
  private int[] serviceOf = new int[16];
  private final List<Peer> peers = new ArrayList<>();
  private final Map<Peer, Integer> peerNumbers = new HashMap<>();
  private final LongIntMap redKeys = new LongIntMap();
  private final LongIntMap instanceKeys = new LongIntMap();
  private final LongIntMap edgeKeys = new LongIntMap();
  private final LongIntMap volumeKeys = new LongIntMap();
  private final Map<String, ServiceFacts> facts = new HashMap<>();

  public RollupBuilder(RollupKeys keys) {
    this.keys = keys;
  }

  /** A number for a sender, met once per resource. */
  public int source(Source source, ServiceFacts said) {
    int number = sources.size();
    sources.add(source);
    if (number == serviceOf.length) {
      serviceOf = Arrays.copyOf(serviceOf, number * 2);
    }
    Integer service = serviceNumbers.get(source.service());
    if (service == null) {
      service = services.size();
      services.add(source.service());
      serviceNumbers.put(source.service(), service);
    }
    serviceOf[number] = service;
    facts.merge(source.service(), said, ServiceFacts::later);
    return number;
  }

  /** A number for a peer, met once per slice. */
  public int peer(Peer peer) {
    Integer known = peerNumbers.get(peer);
    if (known != null) {
      return known;
    }
    peerNumbers.put(peer, peers.size());
    peers.add(peer);
    return peers.size() - 1;
  }

  /** Anything sent, counted in the volume of its instance. */
  public void volume(int source, What what, long timeNanos, long count) {
    long id = ((long) source << 4) | what.index();
    int key = volumeKeys.get(id);
    if (key < 0) {
      Source from = sources.get(source);
      key = keys.volume.number(new VolumeKey(from.service(), from.instance(), what));
      volumeKeys.put(id, key);
    }
    volume.add(key, timeNanos, 0, count);
  }

  /**
   * An entry span.
   *
   * @param operation dictionary code of the span's name in this slice
   * @param name what the code stands for
   * @param parentSpanId 0 for a root
   */
  public void entry(
      int source,
      int operation,
      IntFunction<String> name,
      boolean consumer,
      boolean error,
      long parentSpanId,
      long startNanos,
      long durationNanos) {
    boolean root = parentSpanId == 0;
    int bits = (consumer ? 4 : 0) | (root ? 2 : 0) | (error ? 1 : 0);
    long id = ((long) source << 35) | ((long) operation << 3) | bits;
    int key = redKeys.get(id);
    if (key < 0) {
      Source from = sources.get(source);
      String op = keys.operation(from.service(), name.apply(operation));
      String kind = consumer ? "consumer" : "server";
      key = keys.red.number(new RedKey(from.service(), from.version(), op, kind, root, error));
      redKeys.put(id, key);
    }
    red.add(key, startNanos, durationNanos, 1);

    long instanceId = ((long) source << 1) | (error ? 1 : 0);
    int instanceKey = instanceKeys.get(instanceId);
    if (instanceKey < 0) {
      Source from = sources.get(source);
      instanceKey =
          keys.instance.number(
              new InstanceKey(from.service(), from.version(), from.instance(), error));
      instanceKeys.put(instanceId, instanceKey);
    }
    instance.add(instanceKey, startNanos, durationNanos, 1);
    if (!root) {
      pairs.server(parentSpanId, serviceOf[source]);
    }
  }

  /**
   * A call to a peer, or a delivery from a queue.
   *
   * @param inbound the data comes from the peer
   * @param spanId of the CLIENT or PRODUCER span; 0 where the span is an entry itself
   */
  public void call(
      int source,
      int peer,
      boolean inbound,
      boolean error,
      long spanId,
      long startNanos,
      long durationNanos) {
    int service = serviceOf[source];
    int bits = (inbound ? 2 : 0) | (error ? 1 : 0);
    long id = ((long) service << 34) | ((long) peer << 2) | bits;
    int key = edgeKeys.get(id);
    if (key < 0) {
      key = keys.edge.number(new EdgeKey(services.get(service), peers.get(peer), inbound, error));
      edgeKeys.put(id, key);
    }
    edge.add(key, startNanos, durationNanos, 1);
    if (spanId != 0) {
      pairs.client(spanId, service, peer);
    }
  }

  /** What has been counted so far, immutable. */
  public Rollup freeze() {
    Map<Pair, Long> seen = new HashMap<>();
    pairs.forEach((client, peer, server, times) ->
        seen.merge(
            new Pair(services.get(client), peers.get(peer), services.get(server)),
            times,
            Long::sum));
    return new Rollup(
        red.freeze(k -> k),
        instance.freeze(k -> k),
        edge.freeze(k -> k),
        volume.freeze(k -> k),
        Map.copyOf(seen),
        Map.copyOf(facts));
  }
}
