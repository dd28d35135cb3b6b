package io.opencop.sessions.manager.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsersTest {
  private static final long NOW = 1_000_000;

  @Test
  void theSameNameHasTheSamePseudonymWhereTheKeyIsTheSame() {
    Pseudonyms one = Pseudonyms.ofPassword("secret");
    assertThat(one.of("kim")).isEqualTo(Pseudonyms.ofPassword("secret").of("kim"));
    assertThat(one.of("kim")).isNotEqualTo(Pseudonyms.ofPassword("other").of("kim"));
    assertThat(one.of("kim")).isNotEqualTo(one.of("lee"));
    assertThat(Pseudonyms.is(one.of("kim"))).isTrue();
    assertThat(Pseudonyms.is("kim")).isFalse();
    assertThat(one.of("")).isEmpty();
    assertThat(Pseudonyms.of("k".getBytes(StandardCharsets.UTF_8)).of("kim"))
        .isNotEqualTo(one.of("kim"));
  }

  @Test
  void aNameTypedInDecomposedHangulIsTheSameName() {
    Pseudonyms any = Pseudonyms.ofPassword("secret");
    assertThat(any.of("\u1100\u1175\u11B7")).isEqualTo(any.of("\uAE40"));
  }

  @Test
  void anEntryKeepsTheOrderOfLogIns() throws IOException {
    UserEntry entry = UserEntry.NONE.with("a", 1).with("b", 2).with("a", 3);
    assertThat(entry.slots()).extracting(UserEntry.Slot::id).containsExactly("b", "a");
    assertThat(UserEntry.read(entry.bytes())).isEqualTo(entry);
    assertThat(entry.without("b").slots()).extracting(UserEntry.Slot::id).containsExactly("a");
  }

  @Test
  void whatWasJustClaimedLivesThoughItIsNotStoredYet() {
    UserEntry entry = UserEntry.NONE.with("gone", 1).with("lives", 2).with("claimed", NOW - 10);
    assertThat(entry.living(Set.of("lives")::contains, NOW).slots())
        .extracting(UserEntry.Slot::id)
        .containsExactly("lives", "claimed");
  }

  @Test
  void anEntryOfALaterVersionIsNotTakenForNone() {
    byte[] later = UserEntry.NONE.bytes();
    later[1] = 9;
    assertThatThrownBy(() -> UserEntry.read(later)).isInstanceOf(IOException.class);
  }
}
