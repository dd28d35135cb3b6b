package io.opencop.runtime.gateway.routes;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One place that answers requests of an app.
 *
 * @param id name of the instance, unique in its app
 * @param release number of the release it runs; what weights are given to
 */
public record Upstream(String id, String host, int port, int release, State state, Speaks speaks) {
  public Upstream {
    state = state == null ? State.READY : state;
    speaks = speaks == null ? Speaks.HTTP1 : speaks;
  }

  public Upstream(String id, String host, int port, int release, State state) {
    this(id, host, port, release, state, Speaks.HTTP1);
  }

  /** Whether it gets requests. */
  public enum State {
    @JsonProperty("ready")
    READY,
    /** Ends the requests it has and gets no new ones. */
    @JsonProperty("draining")
    DRAINING
  }

  /** What it is spoken to with. gRPC is HTTP/2 whatever is said here. */
  public enum Speaks {
    @JsonProperty("http1")
    HTTP1,
    /** HTTP/2 in the clear by prior knowledge (RFC 9113, 3.3). */
    @JsonProperty("h2c")
    H2C
  }
}
