package io.opencop.sessions.was;

import java.util.Optional;

/** The Tomcats the platform brings. */
enum Tomcat {
  /** javax.servlet, to Servlet 4. */
  NINE("9"),
  /** jakarta.servlet, Servlet 6.0. */
  TEN("10"),
  /** Servlet 6.1. */
  ELEVEN("11");

  private final String number;

  Tomcat(String number) {
    this.number = number;
  }

  /** Its folder beside the launcher. */
  String folder() {
    return "tomcat" + number;
  }

  /** {@code 9}, {@code 10}, {@code 10.1} or {@code 11}. */
  static Optional<Tomcat> of(String text) {
    for (Tomcat each : values()) {
      if (text.equals(each.number) || (each == TEN && text.equals("10.1"))) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
