package io.opencop.runtime.statics;

import static io.opencop.runtime.statics.SiteBed.write;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing outside of the folder is served, and nothing hidden in it. */
class EscapeTest {
  @TempDir static Path folder;
  private static SiteBed bed;

  @BeforeAll
  static void start() throws IOException {
    write(folder, "secret.txt", "SECRET");
    write(folder, "site-other/secret.txt", "SECRET");
    Path site = folder.resolve("site");
    write(site, "index.html", "fine");
    write(site, "sub/page.html", "fine");
    write(site, ".env", "SECRET");
    write(site, ".git/config", "SECRET");
    write(site, ".well-known/security.txt", "fine");
    Files.createSymbolicLink(site.resolve("link.txt"), folder.resolve("secret.txt"));
    Files.createSymbolicLink(site.resolve("links"), folder);
    Files.createSymbolicLink(site.resolve("inside.html"), site.resolve("index.html"));
    bed = new SiteBed(site, false);
  }

  @AfterAll
  static void stop() {
    bed.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.txt",
        "/sub/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E%2Fsecret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%252e%252e/secret.txt",
        "/sub/..;/../secret.txt",
        "/../site-other/secret.txt",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/sub//page.html",
        "/.env",
        "/%2eenv",
        "/.git/config",
        "/link.txt",
        "/links/secret.txt",
        "/links/",
        "/index.html%00.txt",
        "/index.html/",
        "/%c0%ae%c0%ae/secret.txt",
        "/%zz",
        "http://127.0.0.1/../secret.txt"
      })
  void noWayOut(String path) throws IOException {
    String answer = raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertThat(answer).doesNotContain("SECRET").doesNotContain("root:");
    assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*");
  }

  @Test
  void whatIsInsideIsServed() throws Exception {
    assertThat(bed.get("/.well-known/security.txt").statusCode()).isEqualTo(200);
    assertThat(bed.get("/inside.html").statusCode()).isEqualTo(200);
    assertThat(bed.get("/sub/page.html").statusCode()).isEqualTo(200);
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bed.server.port())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
