package io.opencop.telemetry.ingest;

import io.opencop.telemetry.assemble.Peer;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.rollup.RollupBuilder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whom a CLIENT, PRODUCER or CONSUMER span talks to. {@link Peer#of} decides; its answer is
 * remembered by the codes of the attributes it looks at, so that it is asked once per peer and
 * slice.
 */
final class Peers {
  /** OTLP span kinds. */
  static final int CLIENT = 3;

  static final int PRODUCER = 4;
  static final int CONSUMER = 5;

  private static final int REMEMBERED = 100_000;

  private static final String[] TEXTS = {
    "messaging.system",
    "messaging.operation.type",
    "messaging.operation",
    "messaging.destination.name",
    "messaging.destination",
    "db.system.name",
    "db.system",
    "db.namespace",
    "db.name",
    "rpc.system.name",
    "rpc.system",
    "rpc.service",
    "http.request.method",
    "http.method",
    "server.address",
    "net.peer.name",
    "network.peer.address",
    "net.peer.ip",
    "peer.service",
    "network.protocol.name"
  };

  private static final String[] URLS = {"url.full", "http.url"};
  private static final String[] PORTS = {"server.port", "net.peer.port", "network.peer.port"};

  private static final int HOST_FROM = 14;
  private static final int HOST_TO = 16;

  private final RollupBuilder rollup;
  private final TextColumn[] texts = new TextColumn[TEXTS.length];
  private final TextColumn[] urls = new TextColumn[URLS.length];
  private final LongColumn[] ports = new LongColumn[PORTS.length];
  private final Map<Key, Integer> known = new HashMap<>();
  private final Key probe = new Key(new long[TEXTS.length + URLS.length + PORTS.length + 2]);

  /** The codes a peer depends on. */
  private static final class Key {
    private final long[] codes;
    private int hash;

    Key(long[] codes) {
      this.codes = codes;
    }

    Key copy() {
      Key copy = new Key(codes.clone());
      copy.hash = hash;
      return copy;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key k && Arrays.equals(codes, k.codes);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  Peers(AttributeColumns columns, RollupBuilder rollup) {
    this.rollup = rollup;
    for (int i = 0; i < TEXTS.length; i++) {
      texts[i] = columns.text(TEXTS[i]);
    }
    for (int i = 0; i < URLS.length; i++) {
      urls[i] = columns.text(URLS[i]);
    }
    for (int i = 0; i < PORTS.length; i++) {
      ports[i] = columns.integer(PORTS[i]);
    }
  }

  /** The peer's number in the roll-ups; -1 where the span is no call. */
  int of(int row, int kind, int nameCode, TextColumn name) {
    long[] codes = probe.codes;
    int at = 0;
    codes[at++] = kind;
    long hash = kind;
    boolean host = false;
    boolean named = false;
    for (int i = 0; i < texts.length; i++) {
      long code = texts[i].column().code(row);
      codes[at++] = code;
      hash = hash * 31 + code;
      host |= code != 0 && i >= HOST_FROM && i < HOST_TO;
      named |= code != 0;
    }
    // A URL may differ in every span; it matters only where nothing else names the host.
    for (TextColumn url : urls) {
      long code = host ? 0 : url.column().code(row);
      codes[at++] = code;
      hash = hash * 31 + code;
    }
    for (LongColumn port : ports) {
      long value = port.get(row);
      codes[at++] = value;
      hash = hash * 31 + value;
    }
    // The span's name counts only where the attributes leave it open; that is cheap to over-count.
    codes[at] = host && named ? 0 : nameCode;
    probe.hash = Long.hashCode(hash * 31 + codes[at]);
    Integer number = known.get(probe);
    if (number == null) {
      number = find(row, kind, name.dictionary().text(nameCode));
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      known.put(probe.copy(), number);
    }
    return number;
  }

  private int find(int row, int kind, String name) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (int i = 0; i < texts.length; i++) {
      put(attributes, TEXTS[i], texts[i].column().get(row));
    }
    for (int i = 0; i < urls.length; i++) {
      put(attributes, URLS[i], urls[i].column().get(row));
    }
    for (int i = 0; i < ports.length; i++) {
      put(attributes, PORTS[i], ports[i].has(row) ? ports[i].get(row) : null);
    }
    String spanKind = kind == CLIENT ? "client" : kind == PRODUCER ? "producer" : "consumer";
    Peer peer = Peer.of(spanKind, name, attributes);
    return peer == null ? -1 : rollup.peer(peer);
  }

  private static void put(Map<String, Object> map, String key, Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }
}
