package io.opencop.sessions.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** What two requests make of one session, and that its bytes say it all. */
class SessionStateTest {
  private static final SessionHeader HEADER =
      new SessionHeader(10, 20, 1800, "김철수", List.of("admin", "user"), "FORM");

  @Property(tries = 200)
  void requestsThatChangeDifferentAttributesBothWinInEitherOrder(
      @ForAll @Size(max = 6) Map<@CharRange(from = 'a', to = 'f') Character, Byte> one,
      @ForAll @Size(max = 6) Map<@CharRange(from = 'a', to = 'f') Character, Byte> two) {
    SessionState base = new SessionState(HEADER, bytes("old", Map.of('z', (byte) 1)));
    SessionChange a = change(bytes("a", one), Set.of(), 30);
    SessionChange b = change(bytes("b", two), Set.of("oldz"), 25);
    Map<String, String> ab = text(base.with(a).with(b));
    assertThat(ab).isEqualTo(text(base.with(b).with(a)));
    assertThat(ab).isEqualTo(text(base.with(a.then(b))));
    assertThat(ab).hasSize(one.size() + two.size());
    assertThat(base.with(a).with(b).header().accessed()).isEqualTo(30);
  }

  @Property(tries = 200)
  void whatIsWrittenIsRead(@ForAll Map<@StringLength(max = 50) String, byte[]> attributes) {
    SessionState state = new SessionState(HEADER, new TreeMap<>(attributes));
    SessionState read = SessionFormat.read("id", SessionFormat.write(state));
    assertThat(read.header()).isEqualTo(HEADER);
    assertThat(text(read)).isEqualTo(text(state));
  }

  @Test
  void whatIsSetAndTakenAwayFollowsTheOrder() {
    SessionChange set = change(bytes("", Map.of('a', (byte) 1)), Set.of(), 1);
    SessionChange removed = change(Map.of(), Set.of("a"), 2);
    assertThat(set.then(removed).removed()).containsExactly("a");
    assertThat(set.then(removed).set()).isEmpty();
    assertThat(removed.then(set).removed()).isEmpty();
    assertThat(removed.then(set).set()).containsOnlyKeys("a");
  }

  @Test
  void aLaterFormatAndForeignBytesAreRefusedByName() {
    byte[] later = SessionFormat.write(new SessionState(HEADER, Map.of()));
    later[1]++;
    assertThatThrownBy(() -> SessionFormat.read("id", later)).hasMessageContaining("COP-3407");
    byte[] text = "hello".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> SessionFormat.read("id", text)).hasMessageContaining("COP-3407");
    byte[] cut = {'S', 1, 0x7f, -1, -1, -1};
    assertThatThrownBy(() -> SessionFormat.read("id", cut)).hasMessageContaining("COP-3407");
  }

  @Test
  void aSessionNeverEndsEarlyAndLateByAtMostOneTouch() {
    SessionHeader header = SessionHeader.anonymous(0, 1800);
    assertThat(SessionTimes.touchMillis(1800)).isEqualTo(60_000);
    assertThat(SessionTimes.ended(header, 1800_000)).isFalse();
    assertThat(SessionTimes.ended(header, 1860_000)).isTrue();
    assertThat(SessionTimes.ended(SessionHeader.anonymous(0, 0), Long.MAX_VALUE)).isFalse();
    assertThat(SessionTimes.lifespanSeconds(header)).isGreaterThan(1860);
  }

  private static SessionChange change(Map<String, byte[]> set, Set<String> removed, long at) {
    return new SessionChange(HEADER.accessed(at), false, set, removed);
  }

  private static Map<String, byte[]> bytes(String prefix, Map<Character, Byte> from) {
    Map<String, byte[]> all = new HashMap<>();
    from.forEach((k, v) -> all.put(prefix + k, new byte[] {v}));
    return all;
  }

  private static Map<String, String> text(SessionState state) {
    return state.attributes().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, SessionStateTest::hex));
  }

  private static String hex(Map.Entry<String, byte[]> e) {
    return java.util.HexFormat.of().formatHex(e.getValue());
  }
}
