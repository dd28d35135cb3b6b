package io.opencop.server.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.server.support.Bytes;
import io.opencop.server.support.Platform;
import io.opencop.server.support.RpcStatus;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All requests together hold no more than the bound, and those beyond are told to come back. */
class InFlightBoundTest {
  @TempDir Path folder;

  @Test
  void beyondTheBoundSendersAreToldToComeBack() throws Exception {
    try (Platform platform = new Platform(folder, "otlp.in-flight=1MiB")) {
      try (Socket holder =
          new Socket(InetAddress.getLoopbackAddress(), platform.running.httpPort())) {
        String head =
            """
            POST /v1/traces HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/x-protobuf\r
            Content-Length: 1000000\r
            \r
            """;
        holder.getOutputStream().write(head.getBytes(ISO_8859_1));
        holder.getOutputStream().write(new byte[999_999]);
        Awaitility.await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> send(platform).statusCode() == 429);
        HttpResponse<byte[]> refused = send(platform);
        assertThat(refused.headers().firstValue("retry-after")).isPresent();
        assertThat(RpcStatus.parse(refused.body()).retryDelay()).isPositive();
        assertThat(platform.get("/api/v1/health").body()).contains("\"overloaded\"");
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> send(platform).statusCode() == 200);
    }
  }

  private static HttpResponse<byte[]> send(Platform platform) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(platform.otlp("/v1/traces"))
            .header("content-type", "application/x-protobuf")
            .POST(BodyPublishers.ofByteArray(padded()));
    return platform.send(request, BodyHandlers.ofByteArray());
  }

  private static byte[] padded() {
    return java.util.Arrays.copyOf(Bytes.request(), 100_000);
  }
}
