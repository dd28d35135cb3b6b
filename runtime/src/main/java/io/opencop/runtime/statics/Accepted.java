package io.opencop.runtime.statics;

import java.util.Locale;

/** Which packing a client takes (RFC 9110, 12.5.3). */
final class Accepted {
  private Accepted() {}

  /** Whether its weight for this coding is above zero; a coding it does not name needs a star. */
  static boolean takes(String header, String coding) {
    if (header == null) {
      return false;
    }
    double any = 0;
    for (String item : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = item.split(";", -1);
      String name = parts[0].strip();
      double weight = parts.length > 1 ? weight(parts[1].strip()) : 1;
      if (name.equals(coding)) {
        return weight > 0;
      }
      if (name.equals("*")) {
        any = weight;
      }
    }
    return any > 0;
  }

  private static double weight(String parameter) {
    if (!parameter.startsWith("q=")) {
      return 1;
    }
    try {
      return Double.parseDouble(parameter.substring(2).strip());
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
