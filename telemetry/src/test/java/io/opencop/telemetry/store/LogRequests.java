package io.opencop.telemetry.store;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.resource.v1.Resource;

/** Simple requests for tests of the store itself. */
final class LogRequests {
  private LogRequests() {}

  /** {@code n} records of the service "shop", one a millisecond, numbered from {@code first}. */
  static byte[] of(long startNanos, int first, int n) {
    ScopeLogs.Builder logs = ScopeLogs.newBuilder();
    for (int i = first; i < first + n; i++) {
      logs.addLogRecords(
          LogRecord.newBuilder()
              .setTimeUnixNano(startNanos + i * 1_000_000L)
              .setSeverityNumber(SeverityNumber.SEVERITY_NUMBER_INFO)
              .setBody(AnyValue.newBuilder().setStringValue("주문 " + i * 7919L + " 접수")));
    }
    KeyValue service =
        KeyValue.newBuilder()
            .setKey("service.name")
            .setValue(AnyValue.newBuilder().setStringValue("shop"))
            .build();
    return ExportLogsServiceRequest.newBuilder()
        .addResourceLogs(
            ResourceLogs.newBuilder()
                .setResource(Resource.newBuilder().addAttributes(service))
                .addScopeLogs(logs))
        .build()
        .toByteArray();
  }
}
