package io.opencop.runtime.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.NetSocket;

/**
 * A WebSocket: after both sides agreed on it, bytes are carried as they are. Other upgrades are not
 * passed on: an application that agreed to one would speak past the checks of the gateway.
 */
final class Tunnel {
  private Tunnel() {}

  static boolean asked(HttpServerRequest request) {
    String upgrade = request.getHeader("upgrade");
    return upgrade != null
        && request.version() == HttpVersion.HTTP_1_1
        && request.method().equals(HttpMethod.GET)
        && upgrade.strip().equalsIgnoreCase("websocket")
        && Names.lists(request.headers(), "connection", "upgrade");
  }

  static void ask(HttpServerRequest request, MultiMap headers) {
    headers.set("connection", "Upgrade");
    headers.set("upgrade", "websocket");
  }

  /** The application agreed. */
  static void open(HttpServerRequest request, HttpClientResponse answer, Runnable ended) {
    NetSocket there = answer.netSocket();
    there.pause();
    request.response().setStatusCode(101);
    Outgoing.response(answer.headers(), request.response().headers());
    request.response().putHeader("connection", "Upgrade").putHeader("upgrade", "websocket");
    request
        .toNetSocket()
        .onComplete(upgraded -> {
          if (upgraded.failed()) {
            there.close();
            ended.run();
            return;
          }
          NetSocket here = upgraded.result();
          here.closeHandler(_ -> {
            there.close();
            ended.run();
          });
          there.closeHandler(_ -> {
            here.close();
            ended.run();
          });
          here.pipeTo(there);
          there.pipeTo(here);
        });
  }
}
