package io.opencop.bench.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A plain servlet with a session of 2 KB: a name, a token, a page of text and a basket. It knows
 * neither grid nor Redis. {@code /login} begins a session; {@code /use} reads all of it and changes
 * the basket, and answers how often it was changed.
 */
public final class BasketServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String PAGE = "a page the visitor looked at last; ".repeat(32);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int changes = request.getServletPath().equals("/login") ? login(request) : use(request);
    if (changes < 0) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
    byte[] body = Integer.toString(changes).getBytes(StandardCharsets.US_ASCII);
    response.setContentType("text/plain");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static int login(HttpServletRequest request) {
    HttpSession session = request.getSession(true);
    session.setAttribute("user", "visitor");
    session.setAttribute("token", "0123456789abcdef0123456789abcdef");
    session.setAttribute("page", PAGE);
    session.setAttribute("basket", new Basket());
    return 0;
  }

  private static int use(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null
        || session.getAttribute("user") == null
        || session.getAttribute("token") == null
        || !PAGE.equals(session.getAttribute("page"))) {
      return -1;
    }
    Basket basket = (Basket) session.getAttribute("basket");
    int changes = basket.change();
    session.setAttribute("basket", basket);
    return basket.sum() > 0 ? changes : -1;
  }
}
