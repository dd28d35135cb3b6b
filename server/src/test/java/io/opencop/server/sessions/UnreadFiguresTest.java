package io.opencop.server.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.model.message.Lang;
import io.opencop.server.api.SessionViews;
import io.opencop.server.contract.ContractReader;
import io.opencop.server.contract.Schema;
import io.opencop.server.contract.Violation;
import io.opencop.server.sessions.SessionRegistry.Unread;
import io.opencop.server.support.RecordingStore;
import io.opencop.sessions.grid.GridAccess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Old figures are not shown as if they were new. */
class UnreadFiguresTest {
  @Test
  void aGridThatDoesNotAnswerIsSaidWithSinceWhenAndTheNextStep() throws Exception {
    Unread unread;
    // It takes connections and never says a word: a port that is merely closed may be somebody
    // else's soon.
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String endpoint = "127.0.0.1:" + mute.getLocalPort();
      unread = unread(new GridAccess(List.of(endpoint), "cop", "secret", "sessions"));
    }
    assertThat(unread.why().code()).isEqualTo("COP-3481");
    assertThat(unread.since()).isBeforeOrEqualTo(Instant.now());
    for (Lang lang : Lang.values()) {
      JsonNode json = new ObjectMapper().readTree(SessionViews.json(unread, lang));
      assertThat(json.at("/unread/next").asText()).isNotBlank();
      assertThat(json.toString()).doesNotContain("secret").doesNotContain("Operation");
      Schema schema = ContractReader.read().operation("appSessions").answers().get("200");
      List<Violation> found = new ArrayList<>();
      schema.check("", json, found);
      assertThat(found).as(json.toString()).isEmpty();
      assertThat(schema.undocumented(json, "")).isEmpty();
    }
  }

  private static Unread unread(GridAccess access) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    try (SessionRegistry registry =
        new SessionRegistry(() -> Optional.of(access), new RecordingStore())) {
      while (registry.unread().isEmpty() && System.nanoTime() < until) {
        Thread.sleep(20);
      }
      return registry.unread().orElseThrow();
    }
  }
}
