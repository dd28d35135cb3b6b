package io.opencop.telemetry.contract;

import static io.opencop.telemetry.contract.Otlp.log;
import static io.opencop.telemetry.contract.Otlp.logs;
import static io.opencop.telemetry.contract.Otlp.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opencop.model.Signal;
import io.opencop.telemetry.assemble.Conditions;
import io.opencop.telemetry.query.LogFilter;
import io.opencop.telemetry.query.LogRow;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Live tail. Not disturbed: a tail belongs to the open store. */
abstract class TailContract extends Behaviour {
  private final List<LogRow> got = new CopyOnWriteArrayList<>();

  @Test
  void fromNowOnAndOnlyWhatMatches() throws Exception {
    take("pool is full", 17, "kim");
    LogFilter filter =
        new LogFilter("pool", 13, "shop", null, null, Conditions.parseAll(List.of("user.id=kim")));
    try (AutoCloseable tail = store.tail(filter, got::add)) {
      assertThat(tail).isNotNull();
      take("POOL is full 1", 17, "kim");
      take("the queue is full", 17, "kim");
      take("pool is fine", 9, "kim");
      take("pool is full 2", 13, "lee");
      store
          .append(
              Signal.LOGS,
              logs(resource("stock", null, null), log(at(1), 17, "pool", "user.id", "kim"))
                  .toByteArray())
          .join();
      take("pool is full 3", 24, "kim");
      await().until(() -> got.size() >= 2);
      store.seal();
    }
    take("pool is full 4", 17, "kim");
    assertThat(value(store.overview(TEN_MINUTES)).logs()).isEqualTo(8);
    assertThat(got).extracting(LogRow::body).containsExactly("POOL is full 1", "pool is full 3");
    assertThat(got.getFirst().service()).isEqualTo("shop");
    assertThat(got.getFirst().severity()).isEqualTo("error");
    assertThat(got.getFirst().attributes()).containsEntry("user.id", "kim");
  }

  @Test
  void aSinkThatFailsHarmsNobody() throws Exception {
    try (AutoCloseable bad = store.tail(LogFilter.all(), r -> boom());
        AutoCloseable good = store.tail(LogFilter.all(), got::add)) {
      assertThat(bad).isNotSameAs(good);
      take("one", 9, "kim");
      take("two", 9, "kim");
      await().until(() -> got.size() >= 2);
    }
    assertThat(value(store.overview(TEN_MINUTES)).logs()).isEqualTo(2);
  }

  private static void boom() {
    throw new IllegalStateException("a listener's own fault");
  }

  private void take(String body, int severity, String user) {
    byte[] request =
        logs(resource("shop", null, null), log(at(1), severity, body, "user.id", user))
            .toByteArray();
    assertThat(store.append(Signal.LOGS, request).join().accepted()).isEqualTo(1);
  }
}
