package io.opencop.server;

import io.opencop.server.auth.Auth;
import io.opencop.server.net.Listener;
import io.opencop.telemetry.TelemetryStore;

/** A platform that runs. Closing it lets requests in progress end, then closes the store. */
public final class Running implements AutoCloseable {
  private final Listener.Open web;
  private final Listener.Open grpc;
  private final Listener.Open http;
  private final String publicUrl;
  private final Auth auth;
  private final TelemetryStore store;
  private final Runnable stop;

  Running(
      Listener.Open web,
      Listener.Open grpc,
      Listener.Open http,
      String publicUrl,
      Auth auth,
      TelemetryStore store,
      Runnable stop) {
    this.web = web;
    this.grpc = grpc;
    this.http = http;
    this.publicUrl = publicUrl;
    this.auth = auth;
    this.store = store;
    this.stop = stop;
  }

  /** Where people and the command line find it, e.g. {@code http://127.0.0.1:4900}. */
  public String url() {
    return publicUrl;
  }

  public int webPort() {
    return web.port();
  }

  public int grpcPort() {
    return grpc.port();
  }

  public int httpPort() {
    return http.port();
  }

  /** A new link that signs one browser in as admin, within ten minutes. */
  public String adminLink() {
    return publicUrl + "/?code=" + auth.issueCode();
  }

  public TelemetryStore store() {
    return store;
  }

  @Override
  public void close() {
    stop.run();
  }
}
