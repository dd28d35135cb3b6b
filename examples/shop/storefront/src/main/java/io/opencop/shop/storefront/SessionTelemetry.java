package io.opencop.shop.storefront;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts {@code session.id} and {@code enduser.pseudo.id} on the request's span, and into baggage so
 * that the services behind have them too. Both are digests: a session id is as good as a password,
 * and telemetry is read by more people than the member table.
 */
@Component
class SessionTelemetry extends OncePerRequestFilter {
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session == null) {
      chain.doFilter(request, response);
      return;
    }
    Span span = Span.current();
    BaggageBuilder baggage = Baggage.current().toBuilder();
    String sessionId = Digest.of(session.getId());
    span.setAttribute("session.id", sessionId);
    baggage.put("session.id", sessionId);
    Visit.member(session)
        .ifPresent(member -> {
          String user = Digest.of(member.login());
          span.setAttribute("enduser.pseudo.id", user);
          baggage.put("enduser.pseudo.id", user);
        });
    try (Scope scope = baggage.build().makeCurrent()) {
      chain.doFilter(request, response);
    }
  }
}
