package io.opencop.server.auth;

import java.util.Locale;

/** What a caller may do; each includes those before it. {@code PUBLIC} needs no credentials. */
public enum Role {
  PUBLIC,
  VIEWER,
  OPERATOR,
  ADMIN;

  public boolean includes(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** The name as it stands in the contract and the configuration. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Role of(String tag) {
    return valueOf(tag.toUpperCase(Locale.ROOT));
  }
}
