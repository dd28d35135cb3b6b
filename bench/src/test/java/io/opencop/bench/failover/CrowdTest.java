package io.opencop.bench.failover;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.bench.failover.Site.Fault;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clients see what is lost, and nothing else. */
class CrowdTest {
  private static final int USERS = 200;
  private final Tally tally = new Tally();
  private Site site;
  private Crowd crowd;

  @BeforeEach
  void logIn() throws Exception {
    site = new Site();
    crowd = new Crowd(site.port(), "failover.localhost", USERS, 1, tally);
    crowd.logIn(16).get(1, TimeUnit.MINUTES);
  }

  @AfterEach
  void close() {
    crowd.close();
    site.close();
  }

  private void load(int requests) throws Exception {
    long end = tally.counts().asked() + requests;
    crowd.steady(2000);
    while (tally.counts().asked() < end) {
      crowd.check();
      Thread.sleep(5);
    }
    crowd.steady(0);
    crowd.readAll(16).get(1, TimeUnit.MINUTES);
  }

  @Test
  void whereAllIsWellNothingIsCounted() throws Exception {
    load(2000);
    Tally.Counts counts = tally.counts();
    assertThat(counts.isClean()).as(tally.told().toString()).isTrue();
    assertThat(counts.interrupted()).isZero();
    assertThat(counts.answered()).isEqualTo(counts.asked()).isGreaterThan(USERS + 2000L);
    assertThat(tally.told()).isEmpty();
    assertThat(crowd.latency().ms(0.99)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    // fault, method, sessions lost, attributes lost, failed, interrupted
    "SESSION_FORGOTTEN, GET,  7, 0, 0, 0",
    "SESSION_FORGOTTEN, POST, 7, 0, 0, 0",
    "ANOTHERS_SESSION,  GET,  7, 0, 0, 0",
    "WRITE_FORGOTTEN,   POST, 0, 14, 0, 0",
    "LOST_AFTER_WRITE,  POST, 0, 0, 0, 7",
    "LOST_BEFORE_WRITE, POST, 0, 0, 0, 7",
    "NOT_READY,         POST, 0, 0, 7, 0",
    "NOT_READY,         GET,  0, 0, 7, 0",
    "CLOSED,            POST, 0, 0, 0, 7",
    "CLOSED,            GET,  0, 0, 7, 0",
  })
  void everythingWrongIsCountedOnceAndToldWordByWord(
      Fault fault, String method, int sessions, int attributes, int failed, int interrupted)
      throws Exception {
    site.wrong(fault, method, 7);
    tally.moment(fault.name());
    load(1500);
    Tally.Counts counts = tally.counts();
    assertThat(counts.sessionsLost()).as(tally.told().toString()).isEqualTo(sessions);
    assertThat(counts.attributesLost()).as(tally.told().toString()).isEqualTo(attributes);
    assertThat(counts.failed()).as(tally.told().toString()).isEqualTo(failed);
    assertThat(counts.interrupted()).as(tally.told().toString()).isEqualTo(interrupted);
    assertThat(counts.isClean()).isEqualTo(interrupted > 0);
    assertThat(String.join("\n", tally.told())).contains(fault.name(), " x ", "user ");
  }
}
