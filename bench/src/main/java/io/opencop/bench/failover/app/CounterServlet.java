package io.opencop.bench.failover.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code POST /login} makes a session, {@code POST /set} counts up in it and sets one attribute,
 * {@code GET /} says what it has: user, count and attributes, divided by spaces, {@code -} for
 * none. Without a session 401.
 */
public final class CounterServlet extends HttpServlet {
  public static final int ATTRIBUTES = 8;
  private static final long serialVersionUID = 1;
  private static final String USER = "user";
  private static final String COUNT = "count";
  private static final String PREFIX = "a";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getServletPath().equals("/health")) {
      say(response, "ok\n");
    } else {
      tell(request.getSession(false), response);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession session = request.getSession(false);
    if (request.getServletPath().equals("/login")) {
      if (session != null) {
        session.invalidate();
      }
      session = request.getSession(true);
      session.setAttribute(USER, Integer.valueOf(request.getParameter(USER)));
      session.setAttribute(COUNT, 0);
    } else if (session != null) {
      session.setAttribute(COUNT, (Integer) session.getAttribute(COUNT) + 1);
      session.setAttribute(
          PREFIX + Integer.parseInt(request.getParameter("at")), request.getParameter("value"));
    }
    tell(session, response);
  }

  private static void tell(HttpSession session, HttpServletResponse response) throws IOException {
    if (session == null) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      say(response, "no session\n");
      return;
    }
    StringBuilder words = new StringBuilder(2048);
    words.append(session.getAttribute(USER)).append(' ').append(session.getAttribute(COUNT));
    for (int i = 0; i < ATTRIBUTES; i++) {
      Object value = session.getAttribute(PREFIX + i);
      words.append(' ').append(value == null ? "-" : value);
    }
    say(response, words.append('\n').toString());
  }

  private static void say(HttpServletResponse response, String words) throws IOException {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/plain; charset=utf-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
