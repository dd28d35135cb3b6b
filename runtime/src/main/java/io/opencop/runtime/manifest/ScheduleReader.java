package io.opencop.runtime.manifest;

import io.opencop.model.app.Scale.Window;
import io.opencop.model.message.Message.Text;
import io.opencop.model.message.Notice;
import io.opencop.runtime.manifest.shape.ManifestMessage;
import io.opencop.runtime.scale.Cron;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** Other bounds at certain times. */
final class ScheduleReader {
  private static final Text CRON =
      new Text(
          "minute hour day month weekday, as 0 9 * * mon-fri", "분 시 일 월 요일. 예: 0 9 * * mon-fri");
  private static final Text ZONE =
      new Text("a time zone, as Asia/Seoul or UTC", "시간대. 예: Asia/Seoul, UTC");

  private final List<Notice> problems;

  ScheduleReader(List<Notice> problems) {
    this.problems = problems;
  }

  List<Window> read(Part scale, int min, int max) {
    return scale.parts("schedule").stream().map(w -> window(w, min, max)).toList();
  }

  private Window window(Part window, int min, int max) {
    cron(window, "start");
    cron(window, "end");
    String zone = window.text("timezone", "UTC");
    try {
      ZoneId.of(zone);
    } catch (DateTimeException _) {
      wrong(window, "timezone", zone, ZONE);
    }
    if (window.has("replicas")) {
      if (window.has("min") || window.has("max")) {
        problems.add(
            ManifestMessage.ONE_OF.with(
                "place",
                window.place(),
                "field",
                window.place().path(),
                "choices",
                "replicas, min/max",
                "count",
                2));
      }
      int replicas = window.whole("replicas", min);
      return new Window(window.text("start", ""), window.text("end", ""), zone, replicas, replicas);
    }
    int least = window.whole("min", Math.min(min, window.whole("max", max)));
    int most = window.whole("max", Math.max(max, least));
    if (most < least) {
      problems.add(
          ManifestMessage.OUT_OF_ORDER.with(
              "place", window.place("max"),
              "field", window.place("max").path(),
              "value", most,
              "other", window.place("min").path(),
              "least", least));
    }
    return new Window(window.text("start", ""), window.text("end", ""), zone, least, most);
  }

  private void cron(Part window, String field) {
    String text = window.text(field, "");
    try {
      var _ = new Cron(text);
    } catch (IllegalArgumentException _) {
      wrong(window, field, text, CRON);
    }
  }

  private void wrong(Part window, String field, String value, Text expected) {
    problems.add(
        ManifestMessage.BAD_VALUE.with(
            "place",
            window.place(field),
            "field",
            window.place(field).path(),
            "value",
            value,
            "expected",
            expected));
  }
}
