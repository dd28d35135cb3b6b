package io.opencop.server.apps;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** An application for tests: an executable JAR made of this one class. */
public final class TinyApp {
  private TinyApp() {}

  public static void main(String[] words) throws IOException {
    int port = Integer.parseInt(System.getenv("PORT"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          String said =
              path.equals("/memory")
                  ? Long.toString(Runtime.getRuntime().maxMemory())
                  : System.getenv("OTEL_SERVICE_NAME") + " " + System.getenv("GREETING");
          if (path.equals("/fail")) {
            new IllegalStateException("주문 7 실패", new IOException("no stock")).printStackTrace();
          } else if (path.startsWith("/say/")) {
            System.out.println("2026-11-22 INFO said " + path.substring(5));
          }
          byte[] body = said.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
    System.out.println("INFO listening on " + port);
  }

  /** Writes the JAR. */
  static Path jar(Path file) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TinyApp.class.getName());
    String entry = TinyApp.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
        InputStream in = TinyApp.class.getClassLoader().getResourceAsStream(entry)) {
      jar.putNextEntry(new JarEntry(entry));
      in.transferTo(jar);
      jar.closeEntry();
    }
    return file;
  }
}
