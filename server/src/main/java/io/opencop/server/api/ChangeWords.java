package io.opencop.server.api;

import io.opencop.model.Change;
import io.opencop.model.app.RestartReason;
import io.opencop.model.message.Lang;
import io.opencop.model.message.Message;
import io.opencop.model.message.Notice;
import io.opencop.runtime.control.ControlMessage;
import io.opencop.server.sessions.SessionsMessage;
import io.opencop.telemetry.query.Page;
import io.opencop.telemetry.query.ServiceDetail;
import io.opencop.telemetry.query.ServiceSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says what the platform did to an app in the reader's language. A Change is stored in the language
 * of the platform that did it, with the number of the message; what it is about is read back out of
 * the sentence. A summary that is not such a sentence stays as it is.
 */
final class ChangeWords {
  private static final Pattern PLACE_OR_PARTICLE =
      Pattern.compile("\\{([a-z_]+)\\}|\\((을|은|이|와|으)\\)([를는가과로라])");

  private static final Map<String, List<Sentence>> SENTENCES =
      Stream.<Message[]>of(
              RestartReason.values(), ControlMessage.values(), SessionsMessage.values())
          .flatMap(Arrays::stream)
          .collect(
              Collectors.toUnmodifiableMap(
                  Message::code,
                  m -> Arrays.stream(Lang.values()).map(l -> Sentence.of(m, l)).toList()));

  private ChangeWords() {}

  static ServiceDetail in(Lang lang, ServiceDetail d) {
    return new ServiceDetail(
        d.service(),
        d.namespace(),
        d.language(),
        d.stepS(),
        d.red(),
        d.previous(),
        d.series(),
        d.versions(),
        d.instances(),
        d.operations(),
        d.changes().stream().map(c -> in(lang, c)).toList(),
        d.resource());
  }

  static ServiceSummary in(Lang lang, ServiceSummary s) {
    return new ServiceSummary(
        s.service(),
        s.namespace(),
        s.language(),
        s.red(),
        s.previous(),
        s.trend(),
        s.instances(),
        s.versions(),
        s.lastChange() == null ? null : in(lang, s.lastChange()),
        s.lastSeen(),
        s.spans(),
        s.logs(),
        s.errorLogs());
  }

  static Page<Change> in(Lang lang, Page<Change> page) {
    return new Page<>(page.items().stream().map(c -> in(lang, c)).toList(), page.nextCursor());
  }

  static Change in(Lang lang, Change c) {
    if (c.id() == null) {
      return c;
    }
    return SENTENCES.getOrDefault(c.id(), List.of()).stream()
        .flatMap(s -> s.read(c.summary()).stream())
        .findFirst()
        .map(n ->
            new Change(
                c.time(),
                c.kind(),
                c.service(),
                c.id(),
                n.text(lang),
                c.author(),
                c.version(),
                c.diff()))
        .orElse(c);
  }

  /** One message in one language, as something to read with. */
  private record Sentence(Message message, Pattern pattern, List<String> places) {
    static Sentence of(Message message, Lang lang) {
      String text = message.text().in(lang);
      List<String> places = new ArrayList<>();
      StringBuilder regex = new StringBuilder();
      Matcher m = PLACE_OR_PARTICLE.matcher(text);
      int from = 0;
      while (m.find()) {
        regex.append(Pattern.quote(text.substring(from, m.start())));
        from = m.end();
        if (m.group(1) == null) {
          String closed = m.group(2).equals("으") ? "으로" : m.group(2) + (isRa(m) ? "라" : "");
          regex.append("(?:").append(closed).append('|').append(m.group(3)).append(')');
        } else if (places.contains(m.group(1))) {
          regex.append('\\').append(places.indexOf(m.group(1)) + 1).append("(?:)");
        } else {
          places.add(m.group(1));
          regex.append("(.*?)");
        }
      }
      regex.append(Pattern.quote(text.substring(from)));
      return new Sentence(message, Pattern.compile(regex.toString(), Pattern.DOTALL), places);
    }

    private static boolean isRa(Matcher m) {
      return m.group(3).equals("라");
    }

    /** The message and what it was about; empty where the summary is another sentence. */
    Optional<Notice> read(String summary) {
      Matcher m = pattern.matcher(summary);
      if (!m.matches()) {
        return Optional.empty();
      }
      Map<String, Message.Text> values = new LinkedHashMap<>();
      for (int i = 0; i < places.size(); i++) {
        values.put(places.get(i), new Message.Text(m.group(i + 1), m.group(i + 1)));
      }
      return Optional.of(new Notice(message, values));
    }
  }
}
