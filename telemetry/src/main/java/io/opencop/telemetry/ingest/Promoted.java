package io.opencop.telemetry.ingest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Attributes of the semantic conventions that always get a column of their own, with the type the
 * convention gives them, and the names no other attribute may take as a column.
 */
public final class Promoted {
  private static final AttributeType S = AttributeType.STRING;
  private static final AttributeType I = AttributeType.INT;
  private static final AttributeType B = AttributeType.BOOL;

  /** Of resources; these columns have the attribute's own name, others "resource.&lt;key&gt;". */
  public static final Map<String, AttributeType> RESOURCE =
      map(
          "service.name",
          S,
          "service.version",
          S,
          "service.namespace",
          S,
          "service.instance.id",
          S,
          "deployment.environment.name",
          S,
          "host.name",
          S,
          "k8s.pod.name",
          S,
          "k8s.namespace.name",
          S,
          "k8s.node.name",
          S,
          "k8s.deployment.name",
          S,
          "k8s.cluster.name",
          S,
          "container.id",
          S,
          "telemetry.sdk.language",
          S);

  /** Of spans. */
  public static final Map<String, AttributeType> SPAN =
      map(
          "http.request.method",
          S,
          "http.response.status_code",
          I,
          "http.route",
          S,
          "url.path",
          S,
          "url.full",
          S,
          "url.query",
          S,
          "server.address",
          S,
          "server.port",
          I,
          "client.address",
          S,
          "user_agent.original",
          S,
          "error.type",
          S,
          "db.system.name",
          S,
          "db.namespace",
          S,
          "db.query.text",
          S,
          "db.operation.name",
          S,
          "db.collection.name",
          S,
          "messaging.system",
          S,
          "messaging.destination.name",
          S,
          "messaging.operation.type",
          S,
          "rpc.system",
          S,
          "rpc.service",
          S,
          "rpc.method",
          S,
          "session.id",
          S,
          "enduser.pseudo.id",
          S,
          "thread.name",
          S,
          "code.function.name",
          S,
          "exception.type",
          S,
          "peer.service",
          S,
          // What agents of the conventions before 1.23 still send.
          "messaging.operation",
          S,
          "messaging.destination",
          S,
          "rpc.system.name",
          S,
          "network.peer.address",
          S,
          "network.peer.port",
          I,
          "net.peer.ip",
          S,
          "network.protocol.name",
          S,
          "http.method",
          S,
          "http.status_code",
          I,
          "http.url",
          S,
          "http.target",
          S,
          "db.system",
          S,
          "db.name",
          S,
          "db.statement",
          S,
          "net.peer.name",
          S,
          "net.peer.port",
          I,
          "enduser.id",
          S,
          "http.request.resend_count",
          I,
          "messaging.batch.message_count",
          I,
          "db.response.returned_rows",
          I,
          "cache.hit",
          B);

  /** Of log records. */
  public static final Map<String, AttributeType> LOG =
      map(
          "exception.type",
          S,
          "exception.message",
          S,
          "exception.stacktrace",
          S,
          "session.id",
          S,
          "enduser.pseudo.id",
          S,
          "thread.name",
          S,
          "code.function.name",
          S,
          "code.file.path",
          S,
          "code.line.number",
          I,
          "log.file.path",
          S,
          "log.iostream",
          S,
          "error.type",
          S,
          "http.route",
          S);

  /** Fixed columns of any signal: an attribute of such a name stays in the JSON column. */
  static final Set<String> FIXED =
      Set.of(
          "trace_id",
          "span_id",
          "parent_span_id",
          "trace_state",
          "flags",
          "name",
          "kind",
          "start_time",
          "end_time",
          "duration_ns",
          "status_code",
          "status_message",
          "scope_name",
          "scope_version",
          "scope_attributes",
          "scope_schema_url",
          "resource_attributes",
          "resource_schema_url",
          "attributes",
          "events",
          "links",
          "dropped_attributes",
          "dropped_events",
          "dropped_links",
          "time",
          "observed_time",
          "severity_number",
          "severity_text",
          "body",
          "body_json",
          "event_name",
          "template_id",
          "seq",
          "series",
          "value",
          "duration_ms",
          "service",
          "severity",
          "status");

  private Promoted() {}

  private static Map<String, AttributeType> map(Object... pairs) {
    Map<String, AttributeType> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], (AttributeType) pairs[i + 1]);
    }
    return Collections.unmodifiableMap(map);
  }
}
