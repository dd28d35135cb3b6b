package io.opencop.server.api;

import io.opencop.model.message.Notice;
import java.util.Map;

/** An answer that is a problem: status, what is the case, and headers that belong to it. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Notice notice;
  private final transient Map<String, String> headers;

  public ProblemException(int status, Notice notice, Map<String, String> headers) {
    super(notice.code(), null, false, false);
    this.status = status;
    this.notice = notice;
    this.headers = headers;
  }

  public ProblemException(int status, Notice notice) {
    this(status, notice, Map.of());
  }

  int status() {
    return status;
  }

  Notice notice() {
    return notice;
  }

  Map<String, String> headers() {
    return headers;
  }
}
