package io.opencop.model.app;

/** Where an instance takes requests. */
public record Endpoint(String host, int port) {
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
