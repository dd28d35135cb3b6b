package io.opencop.telemetry.contract;

import static io.opencop.telemetry.contract.Otlp.request;
import static io.opencop.telemetry.contract.Otlp.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.Signal;
import io.opencop.model.TimeRange;
import io.opencop.telemetry.query.AttributeKey;
import io.opencop.telemetry.query.AttributeValue;
import io.opencop.telemetry.query.AttributeValuesQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys and values for completion. */
abstract class AttributesContract extends Behaviour {
  @Test
  void keysWithTheirTypes() {
    send(
        Otlp.traces(
            Otlp.spans(
                resource("shop", null, null, "host.cores", 8),
                request(1, "a", at(1), 1, "s", "x", "i", 1, "d", 1.5, "b", true))));
    send(Otlp.logs(resource("shop", null, null), Otlp.log(at(1), 9, "x", "logger", "y")));
    send(
        Signal.METRICS,
        Otlp.metrics(
            resource("shop", null, null),
            Points.gauge("g", "1", Points.point(null, at(1), 1, "pool", "z"))));
    assertThat(store.attributeKeys(Signal.SPANS))
        .contains(
            new AttributeKey("s", "string", false),
            new AttributeKey("i", "int", false),
            new AttributeKey("d", "double", false),
            new AttributeKey("b", "bool", false),
            new AttributeKey("host.cores", "int", true),
            new AttributeKey("service.name", "string", true));
    assertThat(store.attributeKeys(Signal.LOGS))
        .contains(new AttributeKey("logger", "string", false));
    assertThat(store.attributeKeys(Signal.LOGS))
        .extracting(AttributeKey::key)
        .doesNotContain("s", "pool");
    assertThat(store.attributeKeys(Signal.METRICS))
        .contains(new AttributeKey("pool", "string", false));
  }

  @Test
  void valuesByFrequency() {
    for (int i = 1; i <= 6; i++) {
      send(
          Otlp.traces(
              Otlp.spans(
                  resource(i % 3 == 0 ? "stock" : "shop", null, null),
                  request(
                      i,
                      "a",
                      at(i),
                      1,
                      "user.id",
                      i % 2 == 0 ? "kim" : i == 1 ? "kang" : "lee",
                      "code",
                      200 + i % 2))));
    }
    assertThat(values("user.id", null, 10))
        .containsExactly(
            new AttributeValue("kim", 3),
            new AttributeValue("lee", 2),
            new AttributeValue("kang", 1));
    assertThat(values("user.id", "k", 10))
        .containsExactly(new AttributeValue("kim", 3), new AttributeValue("kang", 1));
    assertThat(values("user.id", null, 1)).containsExactly(new AttributeValue("kim", 3));
    assertThat(values("code", null, 10))
        .containsExactly(new AttributeValue("200", 3), new AttributeValue("201", 3));
    assertThat(values("service.name", null, 10))
        .containsExactly(new AttributeValue("shop", 4), new AttributeValue("stock", 2));
    assertThat(values("no.such.key", null, 10)).isEmpty();
    assertThat(values("user.id", "%", 10)).as("no wildcard").isEmpty();
    AttributeValuesQuery early =
        new AttributeValuesQuery(Signal.SPANS, "user.id", null, new TimeRange(at(1), at(2)), 10);
    assertThat(value(store.attributeValues(early))).containsExactly(new AttributeValue("kang", 1));
  }

  private List<AttributeValue> values(String key, String prefix, int limit) {
    return value(
        store.attributeValues(
            new AttributeValuesQuery(Signal.SPANS, key, prefix, TEN_MINUTES, limit)));
  }
}
