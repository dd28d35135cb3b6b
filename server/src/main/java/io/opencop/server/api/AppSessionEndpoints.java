package io.opencop.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.model.Change;
import io.opencop.model.ChangeKind;
import io.opencop.model.app.SessionSettings;
import io.opencop.model.message.Notice;
import io.opencop.runtime.control.AppStatus;
import io.opencop.server.apps.Hosting;
import io.opencop.server.sessions.SessionRegistry;
import io.opencop.server.sessions.SessionsMessage;
import io.opencop.sessions.manager.SessionControl;
import io.opencop.sessions.manager.SessionControl.Seen;
import io.opencop.telemetry.TelemetryStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions of the apps' users: how many, how heavy, whose, and ending them. */
final class AppSessionEndpoints {
  private static final int UNKNOWN = 404;
  private static final int BAD = 400;
  private static final int CONFLICT = 409;

  private final Hosting hosting;
  private final TelemetryStore store;

  AppSessionEndpoints(Hosting hosting, TelemetryStore store) {
    this.hosting = hosting;
    this.store = store;
  }

  void addTo(Endpoints endpoints) {
    endpoints
        .add("appSessions", this::figures)
        .add("findAppSessions", this::find)
        .add("endAppSessions", this::end);
  }

  private SessionRegistry registry() {
    return hosting.host().registry();
  }

  private Reply figures(Call call) {
    String app = call.text("app");
    Map<String, Object> answer =
        registry()
            .figures(app)
            .map(AppSessionView::of)
            .orElseGet(() -> AppSessionView.none(app, group(app)));
    registry().unread().ifPresent(u -> answer.put("unread", AppSessionView.unread(u, call.lang())));
    return Reply.ok(answer);
  }

  /** By the word of its instances, or where none speaks by what is wanted of it. */
  private String group(String app) {
    return registry()
        .group(app)
        .or(() -> wanted(app).map(s -> s.group(app)))
        .orElseThrow(() -> new ProblemException(UNKNOWN, SessionsMessage.NONE.with("app", app)));
  }

  private Optional<SessionSettings> wanted(String app) {
    return hosting.host().apps().get(app).map(AppStatus::state).map(s -> s.app().sessions());
  }

  private Reply find(Call call) {
    String app = call.text("app");
    String group = group(app);
    JsonNode body = call.arguments().body();
    String user = body.path("user").asText("");
    String id = body.path("id").asText("");
    if (user.isEmpty() == id.isEmpty()) {
      throw new ProblemException(BAD, SessionsMessage.WHICH.with());
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    if (!user.isEmpty()) {
      // The name itself goes no further than this.
      String pseudonym = registry().ask(app, c -> c.pseudonym(user));
      answer.put("user", pseudonym);
      answer.put("sessions", views(registry().ask(app, c -> c.ofUser(group, pseudonym))));
    } else {
      answer.put("sessions", views(registry().ask(app, c -> c.ofId(group, id))));
    }
    return Reply.ok(answer);
  }

  private static List<Map<String, Object>> views(List<Seen> seen) {
    return seen.stream().map(AppSessionView::of).toList();
  }

  private Reply end(Call call) {
    String app = call.text("app");
    String group = group(app);
    JsonNode body = call.arguments().body();
    String user = body.path("user").asText("");
    String id = body.path("id").asText("");
    boolean all = body.path("all").asBoolean(false);
    int said = (user.isEmpty() ? 0 : 1) + (id.isEmpty() ? 0 : 1) + (all ? 1 : 0);
    if (said != 1) {
      throw new ProblemException(BAD, SessionsMessage.WHICH.with());
    }
    if (all && !body.path("confirm").asText("").equals(app)) {
      throw new ProblemException(BAD, SessionsMessage.CONFIRM.with("app", app));
    }
    String who = call.caller().name();
    int ended;
    Notice told;
    if (all) {
      ended = registry().ask(app, c -> c.endAll(group));
      told = SessionsMessage.ALL_ENDED.with("who", who, "app", app, "count", ended);
    } else if (!user.isEmpty()) {
      String pseudonym = registry().ask(app, c -> c.pseudonym(user));
      ended = registry().ask(app, c -> c.endUser(group, pseudonym));
      told =
          SessionsMessage.USER_ENDED.with(
              "who", who, "app", app, "count", ended, "user", pseudonym);
    } else {
      ended = registry().ask(app, c -> endOne(c, app, group, id));
      String shown = id.startsWith("#") ? id : "#" + id;
      told = SessionsMessage.ONE_ENDED.with("who", who, "app", app, "id", shown);
    }
    if (ended > 0) {
      record(call, app, told);
    }
    return Reply.ok(Map.of("ended", ended));
  }

  private static int endOne(SessionControl control, String app, String group, String id) {
    if (control.ofId(group, id).size() > 1) {
      throw new ProblemException(CONFLICT, SessionsMessage.AMBIGUOUS.with("app", app, "id", id));
    }
    return control.endId(group, id);
  }

  private void record(Call call, String app, Notice told) {
    store
        .appendChange(
            new Change(
                call.now(),
                ChangeKind.NOTE,
                app,
                told.code(),
                told.text(call.lang()),
                call.caller().name(),
                null,
                null))
        .join();
  }
}
