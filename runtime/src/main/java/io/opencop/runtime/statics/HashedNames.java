package io.opencop.runtime.statics;

import java.util.regex.Pattern;

/**
 * Names into which a build put a hash of the content ({@code index-BX2k9fQz.js}, {@code
 * main.4f3c2a1b.css}): what has such a name never changes. In doubt it is none: a file taken for
 * one by mistake would stay in browsers for a year.
 */
final class HashedNames {
  /** Of hexadecimal digits; a date (20261122) or a word (deadbeef) is none. */
  private static final Pattern HEX =
      Pattern.compile(
          ".*[.-](?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{8,64}(\\.[a-z0-9]+){1,2}");

  /** Of letters and digits, eight of them: with a digit, or with a capital inside. */
  private static final Pattern LETTERS =
      Pattern.compile(
          ".*[.-](?=[A-Za-z0-9_-]{0,7}[A-Za-z])(?=[A-Za-z0-9_-]{0,7}[0-9]|[A-Za-z0-9_-]{1,7}[A-Z])"
              + "[A-Za-z0-9_-]{8}(\\.[a-z0-9]+){1,2}");

  private HashedNames() {}

  static boolean is(String name) {
    return HEX.matcher(name).matches() || LETTERS.matcher(name).matches();
  }
}
