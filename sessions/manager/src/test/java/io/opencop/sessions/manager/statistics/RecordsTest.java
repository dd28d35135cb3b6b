package io.opencop.sessions.manager.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.sessions.manager.AttributeCodec;
import io.opencop.sessions.manager.ClassFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordsTest {
  private final AttributeCodec codec =
      new AttributeCodec(
          new ClassFilter(List.of(), c -> true), RecordsTest.class::getClassLoader, 1_000_000);

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Figures figures = new Figures();
    figures.created();
    figures.served("s1", "u1");
    figures.served("s2", "u1");
    figures.served("s1", "u1");
    figures.looked(System.nanoTime());
    figures.encoded(100, Map.of("basket", codec.encode("basket", new ArrayList<>(List.of(1)))));
    figures.login(true);
    InstanceRecord record = InstanceRecord.of(figures, "shop", "shop", "shop-1", 5, "away");
    InstanceRecord back = RecordFormat.instance(RecordFormat.write(record)).orElseThrow();
    assertThat(back).isEqualTo(record);
    assertThat(back.activeSessions()).isEqualTo(2);
    assertThat(back.activeUsers()).isEqualTo(1);
    assertThat(back.total(InstanceRecord.Total.CREATED)).isEqualTo(1);
    assertThat(back.total(InstanceRecord.Total.LOGINS_REFUSED)).isEqualTo(1);
    assertThat(back.heaviest().get(0).type()).isEqualTo("java.util.ArrayList");
    assertThat(RecordFormat.group(RecordFormat.write(record))).isEmpty();
  }

  @Test
  void theHeaviestAttributesAreFoundAmongManyKeys() {
    Heaviest heaviest = new Heaviest();
    for (int i = 0; i < 20_000; i++) {
      heaviest.add(Map.of("made-up-" + i, codec.encode("k", "x")));
      heaviest.add(Map.of("cart", codec.encode("cart", new HashMap<>(Map.of(i, "y")))));
      heaviest.add(Map.of("rows", codec.encode("rows", new long[50])));
    }
    List<AttributeWeight> told = heaviest.told();
    assertThat(told.get(0).key()).isEqualTo("rows");
    assertThat(told.get(0).type()).isEqualTo("[J");
    assertThat(told.get(0).count()).isEqualTo(20_000);
    assertThat(told.get(1).key()).isEqualTo("cart");
    assertThat(told).hasSize(20);
  }

  @Test
  void classesAreReadWithoutBeingLoaded() {
    assertThat(AttributeClass.of(codec.encode("k", "text"))).isEqualTo("java.lang.String");
    assertThat(AttributeClass.of(codec.encode("k", "\uD800"))).isEqualTo("java.lang.String");
    assertThat(AttributeClass.of(codec.encode("k", 5))).isEqualTo("java.lang.Integer");
    assertThat(AttributeClass.of(codec.encode("k", Thread.State.NEW)))
        .isEqualTo("java.lang.Thread$State");
    assertThat(AttributeClass.of(new byte[0])).isEqualTo("?");
    assertThat(AttributeClass.of(new byte[] {'J', 1, 2, 3, 4, 0x73, 0x72, 127, 127}))
        .isEqualTo("?");
  }

  @Test
  void whoCameByLatelyIsCountedOnceAndForgottenLater() {
    Recent recent = new Recent(5);
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 50_000; i++) {
        recent.saw("session-" + i, 100);
      }
    }
    assertThat(recent.count(100)).isEqualTo(50_000);
    assertThat(recent.count(104)).isEqualTo(50_000);
    assertThat(recent.count(105)).isZero();
    for (int i = 0; i < 1_000; i++) {
      recent.saw("other-" + i, 106);
    }
    assertThat(recent.count(106)).isEqualTo(1_000);
    LongSet set = new LongSet();
    for (int i = 0; i < 100_000; i++) {
      set.add("user-" + i % 60_000);
    }
    assertThat(set.size()).isEqualTo(60_000);
  }
}
