package io.opencop.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.runtime.gateway.GatewaySettings.Tls;
import io.opencop.runtime.gateway.routes.Routes;
import io.opencop.runtime.gateway.routes.RoutesFile;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final String PASSWORD = "test-only";

  @TempDir Path folder;

  @Test
  void bothVersionsOfHttpArriveUnderTls() throws Exception {
    KeyStore keys = keys();
    Path certificate = pem("cert.pem", "CERTIFICATE", keys.getCertificate("a").getEncoded());
    Path key = pem("key.pem", "PRIVATE KEY", keys.getKey("a", PASSWORD.toCharArray()).getEncoded());
    try (JdkApp app =
        new JdkApp(
            e -> JdkApp.answer(e, 200, e.getRequestHeaders().getFirst("X-Forwarded-Proto")))) {
      new RoutesFile(folder.resolve("routes.json"))
          .write(new Routes(1, List.of(Bed.app(List.of(Bed.ready("a", app.port()))))));
      GatewaySettings settings =
          new GatewaySettings("127.0.0.1", 0, Optional.of(new Tls(certificate, key)), folder);
      try (Gateway gateway = Gateway.start(settings, _ -> {})) {
        assertThat(gateway.url()).startsWith("https://");
        for (HttpClient.Version version : HttpClient.Version.values()) {
          if (!version.name().equals("HTTP_3")) {
            HttpResponse<String> answer = ask(gateway, keys, version);
            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.body()).isEqualTo("https");
          }
        }
      }
    }
  }

  private static HttpResponse<String> ask(
      Gateway gateway, KeyStore trusted, HttpClient.Version version) throws Exception {
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore only = KeyStore.getInstance("PKCS12");
    only.load(null, null);
    only.setCertificateEntry("a", trusted.getCertificate("a"));
    managers.init(only);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    try (HttpClient client = HttpClient.newBuilder().version(version).sslContext(context).build()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(gateway.url())).timeout(Bed.PATIENCE).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  /** Self-signed for 127.0.0.1, made by the JDK's keytool. */
  private KeyStore keys() throws Exception {
    Path store = folder.resolve("test.p12");
    String words =
        "-genkeypair -alias a -keyalg EC -dname CN=127.0.0.1 -ext SAN=ip:127.0.0.1 -validity 2"
            + " -storetype PKCS12 -keystore "
            + store
            + " -storepass "
            + PASSWORD;
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process process =
        new ProcessBuilder((keytool + " " + words).split(" ", -1)).inheritIO().start();
    assertThat(process.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private Path pem(String name, String type, byte[] bytes) throws Exception {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n");
  }
}
