package io.opencop.shop.storefront;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
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

  /** Room for the largest page we have. */
  private static final int PAGE_BYTES = 32 * 1024;

  private final Map<Key, ByteBuffer> snapshots = new ConcurrentHashMap<>();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var copy = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, copy);
    var key = new Key(request.getRequestedSessionId(), request.getRequestURI(), System.nanoTime());
    byte[] page = copy.getContentAsByteArray();
    snapshots.put(
        key, ByteBuffer.allocate(PAGE_BYTES).put(page, 0, Math.min(page.length, PAGE_BYTES)));
    copy.copyBodyToResponse();
  }
}
