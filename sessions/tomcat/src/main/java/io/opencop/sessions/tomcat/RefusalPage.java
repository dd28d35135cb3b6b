package io.opencop.sessions.tomcat;

import io.opencop.sessions.manager.SessionMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;

/**
 * What a user sees whose log-in is refused: why, in both languages, the reader's own first. The
 * sentences are ours and have no values in them, so nothing has to be escaped.
 */
final class RefusalPage {
  private static final int CONFLICT = 409;
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="LANGUAGE">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>CODE</title>
      <style>
      body { font: 1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 15vh auto; padding: 0 1rem;
        color-scheme: light dark }
      p + p { opacity: .75 }
      </style>
      TEXT
      """;

  private RefusalPage() {}

  static void send(Request request, Response response, SessionMessage why) throws IOException {
    boolean korean =
        request.getHeader("Accept-Language") != null
            && request.getLocale().getLanguage().equals("ko");
    List<Locale> both =
        korean ? List.of(Locale.KOREAN, Locale.ENGLISH) : List.of(Locale.ENGLISH, Locale.KOREAN);
    String accept = request.getHeader("Accept");
    boolean html = accept != null && accept.contains("text/html");
    StringBuilder text = new StringBuilder();
    for (Locale one : both) {
      String sentence = why.in(one);
      text.append(
          html ? "<p lang=" + one.getLanguage() + ">" + sentence + "</p>\n" : sentence + "\n");
    }
    response.setStatus(CONFLICT);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType((html ? "text/html" : "text/plain") + ";charset=utf-8");
    String language = both.get(0).getLanguage();
    String body =
        html
            ? PAGE.replace("LANGUAGE", language).replace("CODE", why.code()).replace("TEXT", text)
            : text.toString();
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }
}
