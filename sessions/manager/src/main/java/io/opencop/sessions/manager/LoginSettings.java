package io.opencop.sessions.manager;

import io.opencop.sessions.manager.users.Duplicates;
import io.opencop.sessions.manager.users.Pseudonyms;

/**
 * How users are told apart.
 *
 * @param userAttribute session attribute that says who is logged in where the container does not
 *     know, with a path of properties: {@code NAME} or {@code NAME:property.property}
 * @param pseudonyms of this grid
 */
public record LoginSettings(Duplicates duplicates, String userAttribute, Pseudonyms pseudonyms) {
  /** What most applications that log users in by themselves have. */
  public static final String SPRING_SECURITY = "SPRING_SECURITY_CONTEXT:authentication.name";

  /** Name of the attribute. */
  public String attribute() {
    int colon = userAttribute.indexOf(':');
    return colon < 0 ? userAttribute : userAttribute.substring(0, colon);
  }

  /** Properties to go along from its value; empty: the value itself. */
  public String path() {
    int colon = userAttribute.indexOf(':');
    return colon < 0 ? "" : userAttribute.substring(colon + 1);
  }
}
