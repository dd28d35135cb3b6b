package io.opencop.runtime.statics;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.file.Path;

/** One file on its way: which form of it, which part, or only that it is the same as before. */
final class Reply {
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final Asset asset;
  private final int status;

  /**
   * @param status 200, or 404 with the page for that
   */
  Reply(HttpServerRequest request, Asset asset, int status) {
    this.request = request;
    this.response = request.response();
    this.asset = asset;
    this.status = status;
  }

  void send() {
    if (response.closed()) {
      return;
    }
    String coding = coding();
    String tag = "\"" + asset.digest() + (coding == null ? "" : "-" + coding) + "\"";
    boolean found = status == 200;
    response
        .putHeader("content-type", asset.type())
        .putHeader("x-content-type-options", "nosniff")
        .putHeader("cache-control", found ? asset.cacheControl() : "no-cache");
    if (asset.varies()) {
      response.putHeader("vary", "accept-encoding");
    }
    if (!found) {
      body(404, coding);
      return;
    }
    response
        .putHeader("etag", tag)
        .putHeader("last-modified", Conditions.date(asset.modified()))
        .putHeader("accept-ranges", "bytes");
    if (Conditions.fails(request.headers(), tag, asset.modified())) {
      bare(412);
    } else if (Conditions.unchanged(request.headers(), tag, asset.modified())) {
      bare(304);
    } else if (coding == null && Conditions.rangeHolds(request.headers(), tag, asset.modified())) {
      range(Range.of(request.getHeader("range"), asset.length()));
    } else {
      body(200, coding);
    }
  }

  private void bare(int code) {
    response.headers().remove("content-type");
    response.setStatusCode(code).end();
  }

  /** A part can only be taken from the file as it is. */
  private String coding() {
    String accepted = request.getHeader("accept-encoding");
    if (accepted == null || !asset.varies() || request.headers().contains("range")) {
      return null;
    }
    if (asset.packedBrotli() != null && Accepted.takes(accepted, "br")) {
      return "br";
    }
    boolean gzip = asset.gzip() != null || asset.packedGzip() != null;
    return gzip && Accepted.takes(accepted, "gzip") ? "gzip" : null;
  }

  private void range(Range range) {
    if (range == null || !request.method().equals(HttpMethod.GET)) {
      body(200, null);
      return;
    }
    response.putHeader("content-range", range.contentRange(asset.length()));
    if (range.equals(Range.BEYOND)) {
      bare(416);
      return;
    }
    response.setStatusCode(206);
    file(asset.path(), range.first(), range.length());
  }

  private void body(int code, String coding) {
    response.setStatusCode(code);
    if (coding != null) {
      response.putHeader("content-encoding", coding);
    }
    if ("gzip".equals(coding) && asset.packedGzip() == null) {
      response.putHeader("content-length", String.valueOf(asset.gzip().length));
      var _ = head() ? response.end() : response.end(Buffer.buffer(asset.gzip()));
      return;
    }
    Path path =
        coding == null
            ? asset.path()
            : coding.equals("br") ? asset.packedBrotli() : asset.packedGzip();
    long length = path.equals(asset.path()) ? asset.length() : path.toFile().length();
    file(path, 0, length);
  }

  private void file(Path path, long from, long length) {
    response.putHeader("content-length", String.valueOf(length));
    if (head() || length == 0) {
      response.end();
      return;
    }
    response
        .sendFile(path.toString(), from, length)
        .onFailure(_ -> request.connection().close()); // it was cut short, and must look so
  }

  private boolean head() {
    return request.method().equals(HttpMethod.HEAD);
  }
}
