package io.opencop.sessions.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be an attribute, and what is said of what may not. */
class AttributeCodecTest {
  private static final int LIMIT = 10_000;

  record Order(String item, int count, List<String> notes) implements Serializable {}

  record Holder(Object what) implements Serializable {}

  private static AttributeCodec codec(String... allow) {
    return new AttributeCodec(
        new ClassFilter(List.of(allow), c -> false),
        AttributeCodecTest.class::getClassLoader,
        LIMIT);
  }

  static List<Object> values() {
    return List.of(
        "text 한글 \uD83D\uDE00",
        "half \uD83D",
        "",
        42,
        7L,
        'c',
        true,
        new BigDecimal("1.5"),
        UUID.randomUUID(),
        Locale.KOREA,
        Instant.now(),
        ZonedDateTime.now(ZoneId.of("Asia/Seoul")),
        Duration.ofMillis(5),
        new ArrayList<>(List.of("a", 1)),
        new HashMap<>(Map.of("k", List.of(1, 2))),
        new LinkedHashSet<>(Set.of(3)),
        new ConcurrentHashMap<>(Map.of("x", Map.of())),
        List.of(),
        Thread.State.NEW,
        new Order("tea", 2, List.of("hot")));
  }

  @ParameterizedTest
  @MethodSource("values")
  void whatIsStoredIsReadBackEqual(Object value) {
    AttributeCodec codec = codec(Order.class.getName(), Thread.State.class.getName());
    assertThat(codec.decode("k", codec.encode("k", value))).isEqualTo(value);
  }

  @Test
  void aClassNotOnTheListIsRefusedBothWays() throws IOException {
    Holder holder = new Holder(List.of(Map.of("file", new File("x"))));
    assertThatThrownBy(() -> codec(Holder.class.getName()).encode("deep", holder))
        .hasMessageContaining("COP-3405")
        .hasMessageContaining("deep")
        .hasMessageContaining("java.io.File");
    byte[] hostile = codec(Holder.class.getName(), "java.io.*").encode("deep", holder);
    assertThatThrownBy(() -> codec(Holder.class.getName()).decode("deep", hostile))
        .hasMessageContaining("COP-3405")
        .hasMessageContaining("java.io.File");
    // An array of it, and bytes that are no serialisation at all.
    assertThatThrownBy(() -> codec().decode("files", java(new File[0])))
        .hasMessageContaining("java.io.File");
    assertThatThrownBy(() -> codec().decode("k", new byte[] {'J', 1, 2}))
        .hasMessageContaining("COP-3406");
    assertThatThrownBy(() -> codec().decode("k", new byte[0])).hasMessageContaining("COP-3406");
  }

  @Test
  void patternsNameAPackageOrAllBelowIt() {
    byte[] order = codec("io.opencop.**").encode("k", new Order("a", 1, List.of()));
    String here = AttributeCodecTest.class.getPackageName();
    assertThat(codec(here + ".*").decode("k", order)).isInstanceOf(Order.class);
    assertThatThrownBy(() -> codec("io.opencop.*").decode("k", order))
        .hasMessageContaining("COP-3405");
    assertThatThrownBy(() -> codec("io.open").decode("k", order)).hasMessageContaining("COP-3405");
  }

  @Test
  void aNestDeeperThanAnyApplicationsIsCutOff() throws IOException {
    Set<Object> root = new LinkedHashSet<>();
    Set<Object> one = root;
    for (int i = 0; i < 300; i++) {
      Set<Object> nextOne = new LinkedHashSet<>();
      one.add(nextOne);
      one = nextOne;
    }
    byte[] deep = java((Serializable) root);
    assertThatThrownBy(() -> codec().decode("deep", deep)).hasMessageContaining("COP-3406");
  }

  @Test
  void whatIsNotSerialisableOrTooLargeIsNamed() {
    assertThatThrownBy(() -> codec(Holder.class.getName()).encode("h", new Holder(new Object())))
        .hasMessageContaining("COP-3403")
        .hasMessageContaining("attribute h of class " + Holder.class.getName())
        .hasMessageContaining("java.lang.Object is not Serializable");
    assertThatThrownBy(() -> codec().encode("big", new byte[LIMIT]))
        .hasMessageContaining("COP-3404")
        .hasMessageContaining("10028 bytes");
    assertThatThrownBy(() -> codec().encode("long", "x".repeat(LIMIT)))
        .hasMessageContaining("COP-3404");
  }

  private static byte[] java(Serializable value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write('J');
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }
}
