package io.opencop.server.api;

import io.opencop.model.message.CopException;
import io.opencop.model.message.Lang;
import io.opencop.model.message.Notice;
import io.opencop.server.apps.HostMessage;
import io.opencop.server.contract.InvalidArgumentsException;
import io.opencop.server.contract.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Problems as RFC 9457 writes them, in the language of the request. */
final class Problems {
  static final String MEDIA_TYPE = "application/problem+json";

  private Problems() {}

  static Map<String, Object> of(int status, Notice notice, Lang lang) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "urn:opencop:" + notice.code());
    problem.put("title", notice.text(lang));
    problem.put("status", status);
    problem.put("code", notice.code());
    String next = notice.next(lang);
    if (!next.isEmpty()) {
      problem.put("next", next);
    }
    return problem;
  }

  static Map<String, Object> of(InvalidArgumentsException e, Lang lang) {
    String fields =
        e.violations().stream()
            .map(Violation::field)
            .map(field -> field.isEmpty() ? lang == Lang.KO ? "본문" : "body" : field)
            .distinct()
            .collect(Collectors.joining(", "));
    Map<String, Object> problem = of(400, ApiMessage.INVALID.with("fields", fields), lang);
    List<Map<String, String>> errors =
        e.violations().stream().map(violation -> error(violation, lang)).toList();
    problem.put("errors", errors);
    return problem;
  }

  /** What the platform's other parts refuse; each in errors where there are several. */
  static Map<String, Object> of(int status, CopException e, Lang lang) {
    List<Notice> notices = e.notices();
    if (notices.size() == 1) {
      return of(status, notices.getFirst(), lang);
    }
    Map<String, Object> problem =
        of(status, HostMessage.MISTAKES.with("count", notices.size()), lang);
    problem.put("errors", notices.stream().map(n -> error(n, lang)).toList());
    return problem;
  }

  private static Map<String, String> error(Notice notice, Lang lang) {
    Map<String, String> error = new LinkedHashMap<>();
    error.put("field", value(notice, "field", lang));
    error.put("place", value(notice, "place", lang));
    error.put("code", notice.code());
    error.put("message", notice.text(lang));
    error.put("expected", notice.next(lang));
    return error;
  }

  private static String value(Notice notice, String name, Lang lang) {
    return notice.values().containsKey(name) ? notice.values().get(name).in(lang) : "";
  }

  private static Map<String, String> error(Violation violation, Lang lang) {
    String expected = violation.expected().in(lang);
    Map<String, String> error = new LinkedHashMap<>();
    error.put("field", violation.field());
    error.put("message", (lang == Lang.KO ? "필요한 값: " : "expected ") + expected);
    error.put("expected", expected);
    return error;
  }
}
