package io.opencop.telemetry.contract;

import static io.opencop.telemetry.contract.Otlp.request;
import static io.opencop.telemetry.contract.Otlp.resource;
import static io.opencop.telemetry.contract.Otlp.traces;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.opencop.model.Signal;
import io.opencop.telemetry.AppendException;
import io.opencop.telemetry.Receipt;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogQuery;
import io.opencop.telemetry.query.LogRow;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What is taken, what is refused, and that it can be read at once. */
abstract class ReceivingContract extends Behaviour {
  private final Instant now = at(5);

  @Test
  void whatWasAcknowledgedIsRead() {
    for (int i = 1; i <= 20; i++) {
      Receipt receipt =
          send(traces(Otlp.spans(resource("shop", null, null), request(i, "GET /", at(i), 10))));
      assertThat(receipt).isEqualTo(new Receipt(1, 0, "", false));
      assertThat(value(store.overview(TEN_MINUTES)).spans()).isEqualTo(i);
    }
  }

  @Test
  void emptyUntilTheFirstSignal() {
    assertThat(value(store.overview(TEN_MINUTES)).everReceived()).isFalse();
    assertThat(value(store.services(TEN_MINUTES, 30))).isEmpty();
    send(Otlp.logs(resource("shop", null, null), Otlp.log(at(3), 9, "ready")));
    assertThat(value(store.overview(TEN_MINUTES)).everReceived()).isTrue();
    assertThat(value(store.overview(TEN_MINUTES)).logs()).isEqualTo(1);
  }

  @Test
  void theSameRequestAgainIsStoredOnce() {
    ExportTraceServiceRequest twice =
        traces(Otlp.spans(resource("shop", null, null), request(1, "GET /", now, 10)));
    assertThat(send(twice).duplicate()).isFalse();
    assertThat(send(twice)).isEqualTo(new Receipt(1, 0, "", true));
    assertThat(value(store.overview(TEN_MINUTES)).spans()).isEqualTo(1);
    assertThat(value(store.overview(TEN_MINUTES)).red().count()).isEqualTo(1);
  }

  @Test
  void spansWithTheSameIdInOtherRequestsAreKept() {
    send(traces(Otlp.spans(resource("a", null, null), request(1, "GET /", now, 10))));
    send(traces(Otlp.spans(resource("b", null, null), request(1, "GET /", now, 10))));
    assertThat(value(store.overview(TEN_MINUTES)).spans()).isEqualTo(2);
    assertThat(value(store.trace(Otlp.traceId(1), null)).orElseThrow().spans()).hasSize(2);
  }

  @Test
  void itemsThatAreNotValidAreRefusedOneByOne() {
    Receipt receipt =
        send(
            traces(
                Otlp.spans(
                    resource("shop", null, null),
                    request(1, "good", now, 10),
                    request(2, "zero trace", now, 10).setTraceId(Otlp.id("00".repeat(16))),
                    request(3, "short trace", now, 10).setTraceId(ByteString.copyFrom(new byte[4])),
                    request(4, "no span id", now, 10).clearSpanId(),
                    request(5, "zero span", now, 10).setSpanId(Otlp.id("00".repeat(8))))));
    assertThat(receipt.accepted()).isEqualTo(1);
    assertThat(receipt.rejected()).isEqualTo(4);
    assertThat(receipt.message()).isNotBlank();
    assertThat(value(store.overview(TEN_MINUTES)).spans()).isEqualTo(1);
  }

  @Test
  void whatIsNotProtobufIsRefused() {
    byte[] good =
        traces(Otlp.spans(resource("shop", null, null), request(1, "GET /", now, 10)))
            .toByteArray();
    byte[] cut = Arrays.copyOf(good, good.length - 3);
    malformed("garbage ÿ".getBytes(StandardCharsets.UTF_8));
    malformed(cut);
    assertThat(value(store.overview(TEN_MINUTES)).everReceived()).isFalse();
    assertThat(store.append(Signal.SPANS, good).join().accepted()).isEqualTo(1);
  }

  @Test
  void aRequestWithNothingInIt() {
    assertThat(store.append(Signal.METRICS, new byte[0]).join().accepted()).isZero();
  }

  @Test
  void aLogWithoutTimeHasThatOfItsObservation() {
    send(
        Otlp.logs(
            resource("shop", null, null),
            Otlp.log(at(9), 9, "no time").clearTimeUnixNano().setTraceId(ByteString.EMPTY)));
    LogRow row =
        value(store.logs(new LogQuery(LogFilter.all(), TEN_MINUTES, true, 10, null)))
            .items()
            .getFirst();
    assertThat(row.time()).isEqualTo(at(9).plusNanos(1000)).isEqualTo(row.observed());
    assertThat(row.traceId()).isNull();
  }

  @Test
  void afterCloseNothingIsTaken() {
    byte[] good =
        traces(Otlp.spans(resource("shop", null, null), request(1, "GET /", now, 10)))
            .toByteArray();
    store.close();
    assertThatThrownBy(() -> store.append(Signal.SPANS, good).join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            AppendException.class,
            e -> assertThat(e.reason()).isEqualTo(AppendException.Reason.CLOSED));
    store.close();
    open();
  }

  private void malformed(byte[] request) {
    assertThatThrownBy(() -> store.append(Signal.SPANS, request).join())
        .cause()
        .isInstanceOfSatisfying(
            AppendException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(AppendException.Reason.MALFORMED);
              assertThat(e.reason().retryable()).isFalse();
            });
  }
}
