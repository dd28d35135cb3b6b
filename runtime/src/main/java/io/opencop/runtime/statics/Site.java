package io.opencop.runtime.statics;

import io.opencop.model.message.Lang;
import io.opencop.model.message.Notice;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Path;

/** Which file a request gets, and what is said where there is none. */
final class Site {
  private final Vertx vertx;
  private final Place place;
  private final Assets assets = new Assets();
  private final boolean singlePage;

  /**
   * @param root a real path
   */
  Site(Vertx vertx, Path root, boolean singlePage) {
    this.vertx = vertx;
    this.place = new Place(root);
    this.singlePage = singlePage;
  }

  void handle(HttpServerRequest request) {
    request.exceptionHandler(_ -> {});
    request.response().exceptionHandler(_ -> {});
    HttpMethod method = request.method();
    if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
      request.response().putHeader("allow", "GET, HEAD");
      if (!request.isEnded()) {
        request.response().putHeader("connection", "close");
      }
      say(request, 405, SiteMessage.GET_ONLY.with("method", method.name()));
      return;
    }
    String path = request.path() == null ? "" : request.path();
    switch (place.find(path)) {
      case Place.Found.File file -> send(request, 200, file);
      case Place.Found.Folder _ -> addSlash(request, path);
      case Place.Found.Garbage _ -> say(request, 400, SiteMessage.BAD_PATH.with());
      case Place.Found.Nothing _ -> missing(request, path);
    }
  }

  /** So that what the page names is looked for beside it. */
  private static void addSlash(HttpServerRequest request, String path) {
    String query = request.query() == null ? "" : "?" + request.query();
    request.response().setStatusCode(301).putHeader("location", path + "/" + query).end();
  }

  private void missing(HttpServerRequest request, String path) {
    if (singlePage
        && isPage(request, path)
        && place.named("index.html") instanceof Place.Found.File index) {
      send(request, 200, index);
    } else if (place.named("404.html") instanceof Place.Found.File page) {
      send(request, 404, page);
    } else {
      say(request, 404, SiteMessage.MISSING.with("path", path));
    }
  }

  /** A missing script must not become a page; what looks like a file is one but for a browser. */
  private static boolean isPage(HttpServerRequest request, String path) {
    String accepted = request.getHeader("accept");
    boolean file = path.lastIndexOf('.') > path.lastIndexOf('/');
    return !file || (accepted != null && accepted.contains("text/html"));
  }

  private void send(HttpServerRequest request, int status, Place.Found.File file) {
    Asset known;
    try {
      known = assets.known(file.path());
    } catch (IOException _) {
      unreadable(request, file.name());
      return;
    }
    if (known != null) {
      new Reply(request, known, status).send();
      return;
    }
    vertx
        .executeBlocking(() -> assets.load(file.path(), file.name()), false)
        .onSuccess(asset -> new Reply(request, asset, status).send())
        .onFailure(_ -> unreadable(request, file.name()));
  }

  private static void unreadable(HttpServerRequest request, String name) {
    say(request, 503, SiteMessage.UNREADABLE.with("path", "/" + name));
  }

  private static void say(HttpServerRequest request, int status, Notice notice) {
    Lang lang = Lang.fromAcceptLanguage(request.getHeader("accept-language"));
    request
        .response()
        .setStatusCode(status)
        .putHeader("content-type", MediaTypes.TEXT)
        .putHeader("cache-control", "no-store")
        .putHeader("x-content-type-options", "nosniff")
        .end(notice.lines(lang) + "\n");
  }
}
