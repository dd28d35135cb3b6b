package io.opencop.server.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.server.support.Bytes;
import io.opencop.server.support.Grpc;
import io.opencop.server.support.Platform;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With tokens configured, nobody sends without one, by either protocol. */
class SenderTokensTest {
  private static final String TOKEN = "sender-token-0123456789";

  @TempDir Path folder;

  @Test
  void aTokenIsNeededWhereThereAreTokens() throws Exception {
    try (Platform platform = new Platform(folder, "otlp.tokens=another-token-0123456789," + TOKEN);
        Grpc grpc = new Grpc(platform.running.grpcPort())) {
      Map<Map<String, String>, Boolean> cases =
          Map.of(
              Map.of(), false,
              Map.of("authorization", "Bearer wrong"), false,
              Map.of("authorization", TOKEN), false,
              Map.of("x-opencop-token", Platform.VIEWER), false,
              Map.of("authorization", "Bearer " + TOKEN), true,
              Map.of("authorization", "bearer " + TOKEN), true,
              Map.of("x-opencop-token", TOKEN), true);
      for (Map.Entry<Map<String, String>, Boolean> one : cases.entrySet()) {
        HttpRequest.Builder request =
            HttpRequest.newBuilder(platform.otlp("/v1/traces"))
                .header("content-type", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(Bytes.request()));
        one.getKey().forEach(request::header);
        assertThat(platform.send(request).statusCode())
            .as(one.toString())
            .isEqualTo(one.getValue() ? 200 : 401);
        assertThat(grpc.call(Grpc.TRACES, one.getKey(), Grpc.frame(0, Bytes.request())).status())
            .as(one.toString())
            .isEqualTo(one.getValue() ? "0" : "16");
      }
      assertThat(platform.store.appended).hasSize(6);
    }
  }
}
