package io.opencop.model.message;

import java.util.Locale;
import java.util.Map;

/** The two languages every text for people exists in. */
public enum Lang {
  EN,
  KO;

  /**
   * The language of a tag such as {@code ko}, {@code ko-KR} or {@code ko_KR.UTF-8}; else English.
   */
  public static Lang of(String tag) {
    return tag != null && tag.trim().toLowerCase(Locale.ROOT).matches("ko([-_.].*)?") ? KO : EN;
  }

  /**
   * The language a terminal asks for: {@code LC_ALL} beats {@code LC_MESSAGES} beats {@code LANG}
   * (POSIX, "Locale" 7.2), and an empty variable counts as unset.
   */
  public static Lang fromEnvironment(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.get(name);
      if (value != null && !value.isEmpty()) {
        return of(value);
      }
    }
    return EN;
  }

  /**
   * The better of the two by an {@code Accept-Language} header (RFC 9110, 12.5.4): the highest
   * weight wins, the first among equals; {@code *} and unknown languages count for nothing.
   */
  public static Lang fromAcceptLanguage(String header) {
    Lang best = EN;
    double bestWeight = 0;
    for (String part : header == null ? new String[0] : header.split(",", 20)) {
      String[] pieces = part.trim().split(";", 4);
      String tag = pieces[0].trim().toLowerCase(Locale.ROOT);
      double weight = weight(pieces);
      if (tag.matches("(ko|en)(-.*)?") && weight > bestWeight) {
        best = of(tag);
        bestWeight = weight;
      }
    }
    return best;
  }

  private static double weight(String[] pieces) {
    for (int i = 1; i < pieces.length; i++) {
      String piece = pieces[i].trim();
      if (piece.matches("q=[01](\\.[0-9]{0,3})?")) {
        return Double.parseDouble(piece.substring(2));
      }
    }
    return 1;
  }

  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
