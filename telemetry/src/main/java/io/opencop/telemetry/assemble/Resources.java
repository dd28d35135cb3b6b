package io.opencop.telemetry.assemble;

import java.util.Map;

/** Who sent it: the service, version and instance a resource stands for. */
public final class Resources {
  /** What OpenTelemetry calls a service that does not say its name. */
  public static final String UNKNOWN = "unknown_service";

  private Resources() {}

  public static String service(Map<String, Object> resource) {
    String name = text(resource, "service.name");
    return name == null ? UNKNOWN : name;
  }

  /** Null where it has none. */
  public static String version(Map<String, Object> resource) {
    return text(resource, "service.version");
  }

  public static String namespace(Map<String, Object> resource) {
    return text(resource, "service.namespace");
  }

  public static String language(Map<String, Object> resource) {
    return text(resource, "telemetry.sdk.language");
  }

  /**
   * One running copy: {@code service.instance.id}, else the pod, else the container, else host and
   * process; null where the resource says none of these.
   */
  public static String instance(Map<String, Object> resource) {
    for (String key : new String[] {"service.instance.id", "k8s.pod.name", "container.id"}) {
      String id = text(resource, key);
      if (id != null) {
        return id;
      }
    }
    String host = text(resource, "host.name");
    String pid = text(resource, "process.pid");
    return host == null || pid == null ? host : host + ":" + pid;
  }

  private static String text(Map<String, Object> resource, String key) {
    String s = Values.text(resource.get(key));
    return s == null || s.isEmpty() ? null : s;
  }
}
