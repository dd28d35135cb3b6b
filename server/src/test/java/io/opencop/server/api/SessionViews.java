package io.opencop.server.api;

import io.opencop.model.message.Lang;
import io.opencop.server.sessions.AppFigures;
import io.opencop.server.sessions.SessionRegistry.Unread;
import java.util.Map;

/** Lets tests of other packages see an answer as it is sent. */
public final class SessionViews {
  private SessionViews() {}

  public static byte[] json(AppFigures figures) {
    return Json.bytes(AppSessionView.of(figures));
  }

  public static byte[] json(Unread unread, Lang lang) {
    Map<String, Object> all = AppSessionView.none("shop", "shop");
    all.put("unread", AppSessionView.unread(unread, lang));
    return Json.bytes(all);
  }
}
