package io.opencop.dist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which licences we may pass on. A list of what is allowed, so that a licence nobody has looked at
 * is refused like a forbidden one: GPL, LGPL, AGPL, BUSL, SSPL and everything unknown.
 */
final class Licences {
  /**
   * Permitted SPDX ids; where a library offers several, the first of this list is the one we
   * choose.
   */
  static final List<String> PERMITTED =
      List.of(
          "Apache-2.0",
          "MIT",
          "MIT-0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "0BSD",
          "ISC",
          "BlueOak-1.0.0",
          "CC0-1.0",
          "Unlicense",
          "EPL-2.0",
          "EPL-1.0",
          "MPL-2.0",
          "OFL-1.1",
          "Unicode-3.0",
          "GPL-2.0-with-classpath-exception");

  /**
   * What poms write for a licence, reduced to letters and digits, and the SPDX id it stands for.
   */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("apache20", "Apache-2.0"),
          Map.entry("apache2", "Apache-2.0"),
          Map.entry("apache20license", "Apache-2.0"),
          Map.entry("apachelicense20", "Apache-2.0"),
          Map.entry("apachelicenseversion20", "Apache-2.0"),
          Map.entry("theapachelicenseversion20", "Apache-2.0"),
          Map.entry("theapachesoftwarelicenseversion20", "Apache-2.0"),
          Map.entry("apachesoftwarelicenseversion20", "Apache-2.0"),
          Map.entry("mitlicense", "MIT"),
          Map.entry("themitlicense", "MIT"),
          Map.entry("bsd2clauselicense", "BSD-2-Clause"),
          Map.entry("bsd2clause", "BSD-2-Clause"),
          Map.entry("bsd3clauselicense", "BSD-3-Clause"),
          Map.entry("newbsdlicense", "BSD-3-Clause"),
          Map.entry("publicdomainpercreativecommonscc0", "CC0-1.0"),
          Map.entry("theapachelicenseversion2", "Apache-2.0"),
          Map.entry("eclipsepubliclicense20", "EPL-2.0"),
          Map.entry("epl20", "EPL-2.0"),
          Map.entry("eclipsepubliclicensev10", "EPL-1.0"),
          Map.entry("eclipsepubliclicensev20", "EPL-2.0"));

  private Licences() {}

  /** The licence we take the library under; empty where it offers none we may use. */
  static Optional<String> choose(List<String> offered) {
    List<String> ids = new ArrayList<>();
    for (String text : offered) {
      ids.addAll(Arrays.asList(text.replaceAll("^\\(|\\)$", "").split("\\s+OR\\s+|\\s*\\|\\s*")));
    }
    return PERMITTED.stream()
        .filter(p -> ids.stream().anyMatch(i -> spdx(i).equals(p)))
        .findFirst()
        // "A AND B" names no single id of the list; it is permitted where both are.
        .or(() -> ids.stream().filter(Licences::everyPartPermitted).findFirst());
  }

  private static boolean everyPartPermitted(String id) {
    String[] parts = id.split("\\s+AND\\s+");
    return parts.length > 1 && Arrays.stream(parts).allMatch(p -> PERMITTED.contains(spdx(p)));
  }

  private static String spdx(String text) {
    String plain = text.trim();
    String letters = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return PERMITTED.stream()
        .filter(p -> p.equalsIgnoreCase(plain))
        .findFirst()
        .orElse(NAMES.getOrDefault(letters, plain));
  }
}
