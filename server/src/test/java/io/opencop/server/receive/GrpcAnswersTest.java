package io.opencop.server.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.server.support.Bytes;
import io.opencop.server.support.Grpc;
import io.opencop.server.support.Platform;
import io.opencop.server.support.RpcStatus;
import io.opencop.telemetry.AppendException;
import io.opencop.telemetry.Receipt;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OTLP/gRPC: frames in, status in the trailers out. */
class GrpcAnswersTest {
  private static Platform platform;
  private static Grpc grpc;

  @BeforeAll
  static void start(@TempDir Path folder) {
    platform = new Platform(folder, "otlp.max-request=1MiB");
    grpc = new Grpc(platform.running.grpcPort());
  }

  @AfterAll
  static void stop() {
    grpc.close();
    platform.close();
  }

  @BeforeEach
  void takeEverything() {
    platform.store.appended.clear();
    platform.store.answer =
        (_, _) -> CompletableFuture.completedFuture(new Receipt(1, 0, "", false));
  }

  @Test
  void successIsAnEmptyMessageAndStatusZero() throws Exception {
    Grpc.Answer answer = call(Map.of("grpc-timeout", "10S"), Grpc.frame(0, Bytes.request()));
    assertThat(answer.httpStatus()).isEqualTo(200);
    assertThat(answer.status()).isEqualTo("0");
    assertThat(answer.body().getBytes()).containsExactly(0, 0, 0, 0, 0);
    assertThat(platform.store.appended.getFirst().request()).isEqualTo(Bytes.request());
  }

  @Test
  void compressedMessagesArriveInflated() throws Exception {
    byte[] plain = Bytes.request();
    call(Map.of("grpc-encoding", "gzip"), Grpc.frame(1, Bytes.gzip(plain)));
    call(Map.of("grpc-encoding", "zstd"), Grpc.frame(1, Bytes.zstd(plain)));
    // The flag decides: a stream that offers gzip may send single messages as they are.
    call(Map.of("grpc-encoding", "gzip"), Grpc.frame(0, plain));
    assertThat(platform.store.appended)
        .hasSize(3)
        .allSatisfy(a -> assertThat(a.request()).isEqualTo(plain));
  }

  @Test
  void partialSuccessIsInTheMessage() throws Exception {
    platform.store.answer =
        (_, _) -> CompletableFuture.completedFuture(new Receipt(1, 3, "주의", false));
    Buffer body = call(Map.of(), Grpc.frame(0, Bytes.request())).body();
    ExportTraceServiceResponse response =
        ExportTraceServiceResponse.parseFrom(body.getBytes(5, body.length()));
    assertThat(response.getPartialSuccess().getRejectedSpans()).isEqualTo(3);
    assertThat(response.getPartialSuccess().getErrorMessage()).isEqualTo("주의");
  }

  @Test
  void refusalsCarryStatusMessageAndRetryInfo() throws Exception {
    platform.store.answer =
        (_, _) ->
            CompletableFuture.failedFuture(
                new AppendException(
                    AppendException.Reason.OVERLOADED, "100% 가득", Duration.ofSeconds(2)));
    Grpc.Answer answer = call(Map.of(), Grpc.frame(0, Bytes.request()));
    assertThat(answer.status()).isEqualTo("8");
    assertThat(answer.message()).isEqualTo("100%25 %EA%B0%80%EB%93%9D");
    RpcStatus status = RpcStatus.parse(Base64.getDecoder().decode(answer.details()));
    assertThat(status).isEqualTo(new RpcStatus(8, "100% 가득", Duration.ofSeconds(2)));
  }

  @Test
  void framesThatAreNotWholeOrNotOneAreInvalid() throws Exception {
    Buffer frame = Grpc.frame(0, Bytes.request());
    for (Buffer bad :
        new Buffer[] {
          Buffer.buffer(),
          frame.getBuffer(0, 3),
          frame.getBuffer(0, frame.length() - 1),
          frame.copy().appendBuffer(frame),
          Grpc.frame(7, Bytes.request()),
        }) {
      assertThat(call(Map.of(), bad).status()).isEqualTo("3");
    }
    assertThat(call(Map.of(), Grpc.frame(1, Bytes.gzip(Bytes.request()))).status()).isEqualTo("13");
    assertThat(platform.store.appended).isEmpty();
  }

  @Test
  void whatIsNotKnownIsUnimplemented() throws Exception {
    assertThat(call(Map.of("grpc-encoding", "snappy"), Grpc.frame(0, new byte[0])).status())
        .isEqualTo("12");
    assertThat(grpc.call("/x.Y/Z", Map.of(), Grpc.frame(0, new byte[0])).status()).isEqualTo("12");
  }

  @Test
  void tooLargeIsSaidBeforeTheBytesAreThere() throws Exception {
    Buffer claim = Buffer.buffer().appendByte((byte) 0).appendInt((1 << 20) + 1);
    Grpc.Answer answer = call(Map.of(), claim.appendBytes(new byte[1 << 18]));
    assertThat(answer.status()).isEqualTo("8");
    assertThat(RpcStatus.parse(Base64.getDecoder().decode(answer.details())).retryDelay()).isNull();
  }

  @Test
  void zipBombsStopAtTheLimit() throws Exception {
    byte[] bomb = Bytes.bomb(200L << 20);
    assertThat(bomb.length).isLessThan(1 << 20);
    assertThat(call(Map.of("grpc-encoding", "gzip"), Grpc.frame(1, bomb)).status()).isEqualTo("8");
    assertThat(platform.store.appended).isEmpty();
  }

  private static Grpc.Answer call(Map<String, String> headers, Buffer body) throws Exception {
    return grpc.call(Grpc.TRACES, headers, body);
  }
}
