package io.opencop.telemetry.contract;

import com.google.protobuf.MessageLite;
import io.opencop.model.Change;
import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.Receipt;
import io.opencop.telemetry.TelemetryStore;
import io.opencop.telemetry.contract.StoreUnderTest.Disturbance;
import io.opencop.telemetry.query.Answer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of one behaviour share: a store, a time, and the disturbance between steps. */
abstract class Behaviour {
  /** A full hour that is not long ago, so that nothing is too old to be kept finely. */
  @SuppressWarnings("TimeInStaticInitializer") // one base for all tests of a run
  static final Instant T = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(2, ChronoUnit.HOURS);

  /** The first ten minutes from T. */
  static final TimeRange TEN_MINUTES = new TimeRange(T, T.plus(Duration.ofMinutes(10)));

  static final TimeRange EVER = new TimeRange(Instant.EPOCH, Instant.parse("2200-01-01T00:00:00Z"));

  @TempDir Path dir;
  TelemetryStore store;
  private int steps;

  abstract StoreUnderTest under();

  @BeforeEach
  void open() {
    store = under().open(dir);
  }

  @AfterEach
  void close() {
    store.close();
  }

  void reopen() {
    store.close();
    store = under().open(dir);
  }

  Receipt send(ExportTraceServiceRequest request) {
    return send(Signal.SPANS, request);
  }

  Receipt send(ExportLogsServiceRequest request) {
    return send(Signal.LOGS, request);
  }

  Receipt send(Signal signal, MessageLite request) {
    Receipt receipt = store.append(signal, request.toByteArray()).join();
    disturb();
    return receipt;
  }

  void change(Change change) {
    store.appendChange(change).join();
    disturb();
  }

  /** The value; an answer without its cost is no answer. */
  static <T> T value(Answer<T> answer) {
    if (answer.cost() == null || answer.cost().elapsedMs() < 0 || answer.cost().rowsRead() < 0) {
      throw new AssertionError("an answer says what it cost, this one: " + answer.cost());
    }
    return answer.value();
  }

  static Instant at(double seconds) {
    return T.plusNanos(Math.round(seconds * 1e9));
  }

  private void disturb() {
    Disturbance wanted = under().disturbance();
    Disturbance now =
        wanted == Disturbance.MIXED
            ? List.of(Disturbance.SEAL, Disturbance.REOPEN, Disturbance.NONE).get(steps++ % 3)
            : wanted;
    if (now == Disturbance.SEAL) {
      store.seal();
    } else if (now == Disturbance.REOPEN && under().durable()) {
      reopen();
    }
  }
}
