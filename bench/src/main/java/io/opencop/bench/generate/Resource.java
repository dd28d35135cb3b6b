package io.opencop.bench.generate;

/** A service's instance, as the SDK of a Java process in Kubernetes describes itself. */
record Resource(int service, int instance) {
  String name() {
    return Shape.NAMES.get(service);
  }

  /** Two versions of every service, one of them on one instance only: a canary. */
  String version() {
    return instance == 0 ? "2.4.0" : "2.3." + service % 7;
  }

  /** The Resource message. */
  Wire wire() {
    Wire resource = new Wire();
    String pod =
        name() + "-7c9f6d5b8-" + Long.toHexString(Mix.mix(service, instance)).substring(0, 5);
    new Attributes(resource, 1, 0)
        .add("service.name", name())
        .add("service.version", version())
        .add("service.namespace", "shop")
        .add("service.instance.id", pod)
        .add("deployment.environment.name", "production")
        .add("telemetry.sdk.name", "opentelemetry")
        .add("telemetry.sdk.language", "java")
        .add("telemetry.sdk.version", "1.67.0")
        .add("k8s.pod.name", pod)
        .add("k8s.namespace.name", "shop")
        .add("k8s.node.name", "worker-" + (service + instance) % 6)
        .add("host.name", pod)
        .add("os.type", "linux")
        .add("process.pid", 1L)
        .add("process.runtime.name", "OpenJDK Runtime Environment")
        .add("process.runtime.version", "25.0.3+9-LTS");
    return resource;
  }
}
