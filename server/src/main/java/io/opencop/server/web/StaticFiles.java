package io.opencop.server.web;

import io.opencop.server.net.Lingering;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The console's files from the class path folder {@code console/}. They hold no secrets, so they
 * need no credentials: the page that signs people in is one of them. A path that is no file is a
 * place inside the console, and gets its index.html; one that looks like a file ({@code
 * /apps/my.service}) does where a browser opens it as a page.
 */
public final class StaticFiles {
  private static final String FOLDER = "console";
  private static final String INDEX = "/index.html";

  /** Letters, digits and the like, no empty or dotted segment: nothing climbs out of the folder. */
  private static final Pattern FILE = Pattern.compile("(/[A-Za-z0-9_@~-][A-Za-z0-9_.@~+-]*){1,8}");

  /** Vite puts a hash of the content into these names, so they never change. */
  private static final Pattern HASHED = Pattern.compile("/assets/.*-[A-Za-z0-9_-]{8}\\.[a-z0-9]+");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("woff", "font/woff"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("webmanifest", "application/manifest+json"));

  @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
  private record File(byte[] plain, byte[] gzip, String type, boolean hashed, String tag) {}

  private final ClassLoader loader;
  private final String missing;

  /** Only files that exist are remembered, so it cannot grow beyond the console itself. */
  private final Map<String, File> files = new ConcurrentHashMap<>();

  /**
   * @param missing the page where the console was not built
   */
  public StaticFiles(ClassLoader loader, String missing) {
    this.loader = loader;
    this.missing = missing;
  }

  public void handle(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    String method = request.method().name();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      boolean early = Lingering.isNeeded(request);
      if (early) {
        Lingering.announce(request);
      }
      Future<Void> sent = response.setStatusCode(405).putHeader("allow", "GET, HEAD").end();
      if (early) {
        Lingering.drain(request, sent);
      }
      return;
    }
    String path = request.path();
    boolean isFile = path.lastIndexOf('.') > path.lastIndexOf('/');
    Optional<File> file = isFile ? find(path) : find(INDEX);
    if (file.isEmpty() && isFile && isOpenedAsPage(request, path)) {
      isFile = false;
      file = find(INDEX);
    }
    if (file.isPresent()) {
      send(request, file.get());
    } else if (isFile) {
      response.setStatusCode(404).putHeader("content-type", "text/plain").end("not found\n");
    } else {
      response.setStatusCode(200).putHeader("content-type", TYPES.get("html")).end(missing);
    }
  }

  /**
   * What a browser shows as a page it asks for as HTML; scripts, styles and images it does not. A
   * missing asset is missing, whoever asks.
   */
  private static boolean isOpenedAsPage(HttpServerRequest request, String path) {
    String accepted = request.getHeader("accept");
    return accepted != null && accepted.contains("text/html") && !path.startsWith("/assets/");
  }

  private Optional<File> find(String path) {
    if (!FILE.matcher(path).matches() || path.contains("..")) {
      return Optional.empty();
    }
    File known = files.get(path);
    if (known == null) {
      known = load(path);
      if (known != null) {
        files.put(path, known);
      }
    }
    return Optional.ofNullable(known);
  }

  private File load(String path) {
    byte[] plain = resource(FOLDER + path);
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (plain == null || type == null) {
      return null;
    }
    String tag = "\"" + Integer.toHexString(java.util.Arrays.hashCode(plain)) + plain.length + "\"";
    return new File(
        plain, resource(FOLDER + path + ".gz"), type, HASHED.matcher(path).matches(), tag);
  }

  private byte[] resource(String name) {
    try (InputStream in = loader.getResourceAsStream(name)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(HttpServerRequest request, File file) {
    HttpServerResponse response = request.response();
    String accepted = request.getHeader("accept-encoding");
    boolean gzip = file.gzip() != null && accepted != null && accepted.contains("gzip");
    byte[] body = gzip ? file.gzip() : file.plain();
    response
        .putHeader("content-type", file.type())
        .putHeader("vary", "accept, accept-encoding")
        .putHeader("etag", file.tag())
        .putHeader(
            "cache-control", file.hashed() ? "public, max-age=31536000, immutable" : "no-cache");
    if (file.tag().equals(request.getHeader("if-none-match"))) {
      response.setStatusCode(304).end();
      return;
    }
    if (gzip) {
      response.putHeader("content-encoding", "gzip");
    }
    response.putHeader("content-length", Integer.toString(body.length));
    if (request.method().name().equals("HEAD")) {
      response.end();
    } else {
      response.end(Buffer.buffer(body));
    }
  }
}
