package io.opencop.server.apps.logs;

import io.opencop.server.proto.ProtoWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What an instance printed, as an ExportLogsServiceRequest. The same records at the same time give
 * the same bytes, whatever process writes them.
 */
final class LogRequest {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private LogRequest() {}

  /**
   * @param service service.name, and so on
   * @param millis when they were read; lines do not say in one way when they were printed
   */
  static byte[] of(
      String service, String instance, String version, List<String> records, long millis) {
    ProtoWriter resource = new ProtoWriter();
    attribute(resource, "service.name", service);
    attribute(resource, "service.instance.id", instance);
    if (!version.isEmpty()) {
      attribute(resource, "service.version", version);
    }
    ProtoWriter scoped =
        new ProtoWriter().message(1, new ProtoWriter().text(1, "io.opencop.runtime.output"));
    long nanos = millis * NANOS_PER_MILLI;
    for (String record : records) {
      // A microsecond apart, so that they stay in the order in which they were printed.
      scoped.message(2, record(record, nanos));
      nanos += 1_000;
    }
    ProtoWriter one = new ProtoWriter().message(1, resource).message(2, scoped);
    return new ProtoWriter().message(1, one).bytes();
  }

  private static ProtoWriter record(String text, long nanos) {
    Traced traced = Traced.of(text);
    Level level = Level.of(traced.text());
    ProtoWriter record =
        new ProtoWriter()
            .fixed64(1, nanos)
            .number(2, level.number())
            .text(3, level.text())
            .message(5, value(traced.text()));
    if (traced.trace().length > 0) {
      record.message(9, traced.trace()).message(10, traced.span());
    }
    return record.fixed64(11, nanos);
  }

  private static void attribute(ProtoWriter resource, String key, String text) {
    resource.message(1, new ProtoWriter().text(1, key).message(2, value(text)));
  }

  private static ProtoWriter value(String text) {
    return new ProtoWriter().message(1, text.getBytes(StandardCharsets.UTF_8));
  }
}
