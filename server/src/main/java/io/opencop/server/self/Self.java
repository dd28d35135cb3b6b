package io.opencop.server.self;

import io.opencop.server.proto.ProtoWriter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who we are in our own telemetry: service.name opencop, one instance id per start. */
record Self(String version, String instance) {
  static Self of(String version) {
    return new Self(version, UUID.randomUUID().toString());
  }

  /** A whole Export*ServiceRequest: resource, scope, and items as field 2 of the scope message. */
  byte[] request(List<ProtoWriter> items) {
    ProtoWriter resource = new ProtoWriter();
    Attribute.of(
            Map.of(
                "service.name", "opencop",
                "service.version", version,
                "service.instance.id", instance,
                "telemetry.sdk.language", "java",
                "telemetry.sdk.name", "opencop"))
        .forEach(a -> resource.message(1, a.proto()));
    ProtoWriter scoped =
        new ProtoWriter().message(1, new ProtoWriter().text(1, "io.opencop.server"));
    items.forEach(item -> scoped.message(2, item));
    ProtoWriter one = new ProtoWriter().message(1, resource).message(2, scoped);
    return new ProtoWriter().message(1, one).bytes();
  }
}
