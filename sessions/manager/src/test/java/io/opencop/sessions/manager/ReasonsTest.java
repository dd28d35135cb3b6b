package io.opencop.sessions.manager;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A session's id is a key to somebody's session: no message may hold it. */
class ReasonsTest {
  @Test
  void theKeyThatWasAskedForIsLeftOut() {
    Throwable split =
        new IllegalStateException(
            "AvailabilityException: ISPN000306: Key 'WrappedByteArray[\\s\\h\\o\\p\\:\\9\\9\\8 (41"
                + " bytes)]' is not available. Not all owners are in this partition");
    assertThat(Reasons.of(split))
        .doesNotContain("\\9")
        .contains("ISPN000306")
        .contains("Not all owners are in this partition");
    assertThat(Reasons.cause(new RuntimeException("outer", split))).isNull();
    Throwable hex =
        new IllegalStateException("GetOperation{sessions, key=[B0x73686F703A39.., flags=0}");
    assertThat(Reasons.of(hex)).doesNotContain("73686F");
    assertThat(Reasons.cause(hex)).isNull();
  }

  @Test
  void whatTookTooLongIsSaidWithoutTheOperation() {
    Throwable late =
        new RuntimeException(
            "PutOperation{(default), flags=0}[Not completed] timed out after 1500 ms");
    assertThat(Reasons.of(late)).isEqualTo("timed out after 1500 ms");
  }

  @Test
  void everythingElseStaysAsItWasSaid() {
    RuntimeException refused = new RuntimeException("outer", new RuntimeException("refused"));
    assertThat(Reasons.of(refused)).isEqualTo("refused");
    assertThat(Reasons.cause(refused)).isSameAs(refused);
    assertThat(Reasons.of(new IllegalStateException())).contains("IllegalStateException");
  }
}
