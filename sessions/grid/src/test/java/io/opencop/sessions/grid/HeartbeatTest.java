package io.opencop.sessions.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private final Heartbeat heartbeat = new Heartbeat();

  /** The clock may begin anywhere, and wrap. */
  private long now = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(10);

  private boolean after(int seconds, long beat) {
    now += TimeUnit.SECONDS.toNanos(seconds);
    return heartbeat.silent(beat, now, Duration.ofSeconds(20));
  }

  @Test
  void whoStopsIsSilentAfterTwentySeconds() {
    for (int i = 0; i < 50; i++) {
      assertThat(after(1, i)).isFalse();
    }
    for (int i = 0; i < 20; i++) {
      assertThat(after(1, 49)).isFalse();
    }
    assertThat(after(1, 49)).isTrue();
    assertThat(after(1, 50)).isFalse();
  }

  @Test
  void whoNeverBeginsIsSilentAsWell() {
    assertThat(after(1, 0)).isFalse();
    for (int i = 0; i < 20; i++) {
      assertThat(after(1, 0)).isFalse();
    }
    assertThat(after(1, 0)).isTrue();
  }

  @Test
  void whoeverDidNotLookForLongHasNoOpinion() {
    assertThat(after(1, 7)).isFalse();
    assertThat(after(3600, 7)).isFalse();
    assertThat(after(4, 7)).isFalse();
  }
}
