package io.opencop.shop.storefront;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Remembers each page as a visitor saw it. */
@Component
@ConditionalOnProperty(name = "storefront.page-snapshots", havingValue = "on")
class PageSnapshots extends OncePerRequestFilter {
  private record Key(String sessionId, String page, long seenAtNanos) {}

  private final Map<Key, String> snapshots = new ConcurrentHashMap<>();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var copy = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, copy);
    var key = new Key(request.getRequestedSessionId(), request.getRequestURI(), System.nanoTime());
    snapshots.put(key, new String(copy.getContentAsByteArray(), StandardCharsets.UTF_8));
    copy.copyBodyToResponse();
  }
}
