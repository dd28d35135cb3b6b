package io.opencop.telemetry.ingest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of texts before they are stored: values of credential-bearing attributes whole,
 * card and resident-registration numbers wherever they stand, and what further patterns match. A
 * byte loop finds the few texts worth a second look, since every distinct text passes here.
 */
public final class Redactor {
  /** What a secret is replaced with. */
  public static final String MASK = "[redacted]";

  private static final byte[] MASK_BYTES = MASK.getBytes(StandardCharsets.US_ASCII);

  private static final Set<String> SECRET_KEYS =
      Set.of(
          "authorization",
          "proxy-authorization",
          "cookie",
          "set-cookie",
          "set_cookie",
          "x-api-key",
          "password",
          "passwd");

  /**
   * Card numbers by their first digits and length (ISO/IEC 7812): 16 digits of the large schemes
   * and of domestic ones, 15 of 34 and 37, 14 of 30, 36 and 38. Times in micro- and nanoseconds
   * begin with 1 and stay.
   */
  private static final Pattern CARD =
      Pattern.compile(
          "(?<![0-9A-Za-z._-])(?:[2-69](?:[ -]?[0-9]){15}|3[47](?:[ -]?[0-9]){13}|3[068](?:[ -]?[0-9]){12})(?![0-9A-Za-z._-])");

  private static final Pattern RESIDENT =
      Pattern.compile(
          "(?<![0-9A-Za-z._-])[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])-[1-8][0-9]{6}(?![0-9A-Za-z._-])");

  private static final Pattern BEARER =
      Pattern.compile("(?i)\\b(?:bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}");

  private final List<Pattern> extra;
  private final boolean enabled;
  private long redacted;

  /**
   * @param extra further patterns; whatever they match is replaced
   */
  public Redactor(boolean enabled, List<Pattern> extra) {
    this.enabled = enabled;
    this.extra = List.copyOf(extra);
  }

  /** Texts in which something was replaced. */
  public long redacted() {
    return redacted;
  }

  /** True where the values of this attribute are secret as such. */
  boolean secretKey(String key) {
    if (!enabled) {
      return false;
    }
    String lower = key.toLowerCase(Locale.ROOT);
    return SECRET_KEYS.contains(lower.substring(lower.lastIndexOf('.') + 1));
  }

  byte[] mask() {
    redacted++;
    return MASK_BYTES;
  }

  /** The text without its secrets, or null where it holds none. */
  byte[] redact(byte[] b, int off, int len) {
    if (!enabled || (extra.isEmpty() && !suspicious(b, off, len))) {
      return null;
    }
    String text = new String(b, off, len, StandardCharsets.UTF_8);
    String clean = replace(CARD, text, true);
    clean = replace(RESIDENT, clean, false);
    clean = replace(BEARER, clean, false);
    for (Pattern p : extra) {
      clean = replace(p, clean, false);
    }
    if (clean.equals(text)) {
      return null;
    }
    redacted++;
    return clean.getBytes(StandardCharsets.UTF_8);
  }

  private static String replace(Pattern pattern, String text, boolean card) {
    Matcher m = pattern.matcher(text);
    return m.replaceAll(r -> !card || luhn(r.group()) ? MASK : Matcher.quoteReplacement(r.group()));
  }

  /** 13 or more digits with at most a separator between them, or the word that precedes a token. */
  private static boolean suspicious(byte[] b, int off, int len) {
    int digits = 0;
    int gap = 0;
    int end = off + len;
    for (int i = off; i < end; i++) {
      int c = b[i];
      if (c >= '0' && c <= '9') {
        gap = 0;
        if (++digits >= 13) {
          return true;
        }
      } else if (c == ' ' || c == '-') {
        digits = gap++ == 0 ? digits : 0;
      } else {
        digits = 0;
        if ((c == 'e' || c == 'E' || c == 'a' || c == 'A') && token(b, off, i, end)) {
          return true;
        }
      }
    }
    return false;
  }

  /** "Bearer " or "Basic " around its second letter. */
  private static boolean token(byte[] b, int off, int i, int end) {
    if (i == off || (b[i - 1] | 0x20) != 'b') {
      return false;
    }
    boolean bearer = i + 5 < end && (b[i + 1] | 0x20) == 'a' && b[i + 5] == ' ';
    boolean basic = i + 4 < end && (b[i + 1] | 0x20) == 's' && b[i + 4] == ' ';
    return bearer || basic;
  }

  /** The check digit of card numbers (ISO/IEC 7812-1); most other long numbers fail it. */
  private static boolean luhn(String text) {
    int sum = 0;
    int n = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        int d = c - '0';
        if (n++ % 2 == 1) {
          d *= 2;
          d -= d > 9 ? 9 : 0;
        }
        sum += d;
      }
    }
    return sum % 10 == 0;
  }
}
