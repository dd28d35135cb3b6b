package io.opencop.telemetry.assemble;

import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The other end of a call, as the calling span describes it. Two calls with equal peers of one
 * service go to the same node of the graph.
 *
 * @param kind what it is
 * @param key identity within its kind: {@code host:port}, {@code system/namespace}, {@code
 *     system/destination}, or the span's name where it says nothing else
 * @param name what a person calls it
 * @param system postgresql, kafka, http, grpc ...; null where unknown
 */
public record Peer(Kind kind, String key, String name, String system) {
  /** A name, an IPv4 address, or an IPv6 address in brackets. */
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?:[^:\\s/\\[\\]]+|\\[[^\\]]*]):(\\d{1,5})");

  /** Kinds of peers. Only HTTP, RPC and OTHER can turn out to be one of our services. */
  public enum Kind {
    HTTP,
    RPC,
    DATABASE,
    QUEUE,
    OTHER
  }

  /** Whether it may turn out to be a service that reports to us. */
  public boolean resolvable() {
    return kind == Kind.HTTP || kind == Kind.RPC || kind == Kind.OTHER;
  }

  /** The id of its node where it is not resolved to a service; of a host the same for all ports. */
  public String nodeId() {
    return nodeKind() + ":" + (resolvable() ? nodeName() : key);
  }

  /** What its node is called where it is not resolved to a service. */
  public String nodeName() {
    return resolvable() && name.equals(key) && port() != null
        ? key.substring(0, key.lastIndexOf(':'))
        : name;
  }

  /** The port in the key; null where it has none. */
  public Integer port() {
    Matcher m = HOST_AND_PORT.matcher(key);
    return resolvable() && m.matches() ? Integer.valueOf(m.group(1)) : null;
  }

  /** The kind of its node where it is not resolved to a service. */
  public String nodeKind() {
    return switch (kind) {
      case DATABASE -> "database";
      case QUEUE -> "queue";
      case HTTP, RPC, OTHER -> "external";
    };
  }

  /**
   * The peer of a CLIENT, PRODUCER or CONSUMER span; old attribute names are understood beside the
   * stable ones.
   *
   * @param spanKind OTLP span kind in lower case
   * @param attributes the span's own
   * @return null where the span is no call (other kinds; receiving and settling messages as CLIENT)
   */
  public static Peer of(String spanKind, String spanName, Map<String, Object> attributes) {
    PeerAttributes a = new PeerAttributes(attributes);
    boolean messaging = spanKind.equals("producer") || spanKind.equals("consumer");
    if (!messaging && !spanKind.equals("client")) {
      return null;
    }
    String queueSystem = a.first("messaging.system");
    if (messaging || queueSystem != null) {
      String operation = a.first("messaging.operation.type", "messaging.operation");
      boolean taking = "receive".equals(operation) || "settle".equals(operation);
      return taking && !messaging ? null : queue(a, queueSystem, spanName);
    }
    String db = a.first("db.system.name", "db.system");
    if (db != null) {
      String place = a.first("db.namespace", "db.name");
      String name = place == null ? a.address() : place;
      return new Peer(Kind.DATABASE, name == null ? db : db + "/" + name, or(name, db), db);
    }
    String rpc = a.first("rpc.system.name", "rpc.system");
    if (rpc != null) {
      return remote(Kind.RPC, a, or(a.first("rpc.service"), spanName), rpc);
    }
    boolean http = a.first("http.request.method", "http.method", "url.full", "http.url") != null;
    return http
        ? remote(Kind.HTTP, a, spanName, "http")
        : remote(Kind.OTHER, a, spanName, a.first("network.protocol.name"));
  }

  private static Peer queue(PeerAttributes a, String system, String spanName) {
    String destination =
        or(a.first("messaging.destination.name", "messaging.destination"), spanName);
    return new Peer(
        Kind.QUEUE, system == null ? destination : system + "/" + destination, destination, system);
  }

  private static Peer remote(Kind kind, PeerAttributes a, String fallback, String system) {
    String named = a.first("peer.service");
    String key = or(a.address(), or(named, fallback));
    return new Peer(kind, key, or(named, key), system);
  }

  private static String or(String a, String b) {
    return a == null ? b : a;
  }

  /** The attributes a peer is read from. */
  private record PeerAttributes(Map<String, Object> attributes) {
    String first(String... keys) {
      for (String key : keys) {
        String s = Values.text(attributes.get(key));
        if (s != null && !s.isEmpty()) {
          return s;
        }
      }
      return null;
    }

    /** {@code host:port}, or the host alone; null where the span names none. */
    String address() {
      String host = first("server.address", "net.peer.name");
      String port = first("server.port", "net.peer.port");
      String url = first("url.full", "http.url");
      if (host == null && url != null) {
        return authority(url);
      }
      if (host == null) {
        host = first("network.peer.address", "net.peer.ip");
        port = first("network.peer.port", "net.peer.port");
      }
      if (host == null || port == null) {
        return host;
      }
      boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
      return (bare ? "[" + host + "]" : host) + ":" + port;
    }

    private static String authority(String url) {
      try {
        URI uri = URI.create(url);
        String host = uri.getHost();
        return host == null || uri.getPort() < 0 ? host : host + ":" + uri.getPort();
      } catch (IllegalArgumentException e) {
        return null; // not a URL: the span says nothing usable about its peer
      }
    }
  }
}
