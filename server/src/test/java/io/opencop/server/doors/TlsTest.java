package io.opencop.server.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.server.support.Bytes;
import io.opencop.server.support.Certificate;
import io.opencop.server.support.Platform;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a certificate, every port speaks TLS, and the cookie is for TLS alone. */
class TlsTest {
  @TempDir Path folder;

  @Test
  void everyPortSpeaksTlsAndAlpn() throws Exception {
    Certificate certificate = Certificate.make(folder);
    try (Platform platform =
            new Platform(
                folder.resolve("data"),
                "tls.certificate=" + certificate.pem(),
                "tls.key=" + certificate.key());
        HttpClient client = HttpClient.newBuilder().sslContext(certificate.trust()).build()) {
      assertThat(platform.running.url()).startsWith("https://");
      HttpResponse<String> signIn =
          client.send(
              HttpRequest.newBuilder(platform.web("/api/v1/session"))
                  .header("content-type", "application/json")
                  .POST(BodyPublishers.ofString("{\"token\":\"" + Platform.VIEWER + "\"}"))
                  .build(),
              BodyHandlers.ofString());
      assertThat(signIn.statusCode()).isEqualTo(200);
      assertThat(signIn.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(signIn.headers().firstValue("set-cookie").orElseThrow()).contains("; Secure");
      assertThat(signIn.headers().firstValue("strict-transport-security")).isPresent();

      HttpResponse<String> http =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("https://127.0.0.1:" + platform.running.httpPort() + "/v1/traces"))
                  .version(HttpClient.Version.HTTP_1_1)
                  .header("content-type", "application/x-protobuf")
                  .POST(BodyPublishers.ofByteArray(Bytes.request()))
                  .build(),
              BodyHandlers.ofString());
      assertThat(http.statusCode()).isEqualTo(200);

      OtlpGrpcSpanExporter grpc =
          OtlpGrpcSpanExporter.builder()
              .setEndpoint("https://127.0.0.1:" + platform.running.grpcPort())
              .setTrustedCertificates(Files.readAllBytes(certificate.pem()))
              .build();
      try (SdkTracerProvider tracing =
          SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(grpc)).build()) {
        tracing.get("test").spanBuilder("a").startSpan().end();
        assertThat(tracing.forceFlush().join(20, TimeUnit.SECONDS).isSuccess()).isTrue();
      }
      assertThat(platform.store.appended).hasSize(2);
    }
  }
}
