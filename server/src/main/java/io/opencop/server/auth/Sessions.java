package io.opencop.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The value of the session cookie: {@code id.token.end.signature}. It carries no role: that is
 * looked up by the token's id at every call, so taking a token away ends its sessions at once.
 */
final class Sessions {
  /** What a valid cookie says. */
  record Session(String id, String token, Instant end) {}

  private final SecretKeySpec key;
  private final InstantSource clock;

  Sessions(byte[] key, InstantSource clock) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
    this.clock = clock;
  }

  String issue(String token, Duration age) {
    String body = Randoms.text(16) + "." + token + "." + clock.instant().plus(age).getEpochSecond();
    return body + "." + signature(body);
  }

  /** Null where it is not ours, was changed, or is over. */
  Session read(String cookie) {
    int last = cookie.lastIndexOf('.');
    if (last < 0 || cookie.length() > 1024) {
      return null;
    }
    String body = cookie.substring(0, last);
    if (!MessageDigest.isEqual(ascii(signature(body)), ascii(cookie.substring(last + 1)))) {
      return null;
    }
    String[] parts = body.split("\\.", -1);
    Instant end = Instant.ofEpochSecond(Long.parseLong(parts[2]));
    return end.isAfter(clock.instant()) ? new Session(parts[0], parts[1], end) : null;
  }

  private String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(ascii(body)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
