package io.opencop.server.otlp;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.opencop.model.Signal;
import io.opencop.server.proto.ProtoWriter;
import io.opencop.telemetry.Receipt;
import java.nio.charset.StandardCharsets;

/**
 * The bodies of OTLP answers, in both forms: Export*ServiceResponse with partial success, and
 * google.rpc.Status with RetryInfo where the sender may try again. The three responses have the
 * same field numbers and differ only in one JSON name.
 */
final class Answers {
  private static final byte[] EMPTY = new byte[0];
  private static final String RETRY_INFO = "type.googleapis.com/google.rpc.RetryInfo";

  private Answers() {}

  static byte[] success(Receipt receipt) {
    if (isWhole(receipt)) {
      return EMPTY;
    }
    byte[] partial =
        new ProtoWriter().number(1, receipt.rejected()).text(2, receipt.message()).bytes();
    return new ProtoWriter().message(1, partial).bytes();
  }

  static byte[] successJson(Signal signal, Receipt receipt) {
    if (isWhole(receipt)) {
      return utf8("{}");
    }
    String field =
        switch (signal) {
          case SPANS -> "rejectedSpans";
          case LOGS -> "rejectedLogRecords";
          case METRICS -> "rejectedDataPoints";
        };
    return utf8(
        "{\"partialSuccess\":{\"%s\":\"%d\",\"errorMessage\":%s}}"
            .formatted(field, receipt.rejected(), quoted(receipt.message())));
  }

  static byte[] status(RefusedException refused) {
    ProtoWriter status =
        new ProtoWriter().number(1, refused.refusal().grpc()).text(2, refused.getMessage());
    if (refused.refusal().retryable()) {
      byte[] delay =
          new ProtoWriter()
              .number(1, refused.retryAfter().toSeconds())
              .number(2, refused.retryAfter().toNanosPart())
              .bytes();
      byte[] retryInfo = new ProtoWriter().message(1, delay).bytes();
      status.message(3, new ProtoWriter().text(1, RETRY_INFO).message(2, retryInfo).bytes());
    }
    return status.bytes();
  }

  static byte[] statusJson(RefusedException refused) {
    String details =
        refused.refusal().retryable()
            ? ",\"details\":[{\"@type\":\"%s\",\"retryDelay\":\"%d.%09ds\"}]"
                .formatted(
                    RETRY_INFO,
                    refused.retryAfter().toSeconds(),
                    refused.retryAfter().toNanosPart())
            : "";
    return utf8(
        "{\"code\":%d,\"message\":%s%s}"
            .formatted(refused.refusal().grpc(), quoted(refused.getMessage()), details));
  }

  private static boolean isWhole(Receipt receipt) {
    return receipt.rejected() == 0 && receipt.message().isEmpty();
  }

  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
