package io.opencop.shop.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What happens, one JSON object a line, for whoever started us. Times in milliseconds. */
public final class Progress {
  private final PrintStream out;

  public Progress(PrintStream out) {
    this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  public void starting(String service) {
    event("event", "starting", "service", service);
  }

  public void ready(String service, int port, long millis) {
    event("event", "ready", "service", service, "port", port, "ms", millis);
  }

  public void failed(String service, String reason) {
    event("event", "failed", "service", service, "reason", reason);
  }

  public void event(Object... namesAndValues) {
    out.println(Json.write(Json.object(namesAndValues)));
  }
}
