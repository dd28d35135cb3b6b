package io.opencop.server.api;

import io.opencop.server.sessions.AppFigures;

/** Lets tests of other packages see an answer as it is sent. */
public final class SessionViews {
  private SessionViews() {}

  public static byte[] json(AppFigures figures) {
    return Json.bytes(AppSessionView.of(figures));
  }
}
