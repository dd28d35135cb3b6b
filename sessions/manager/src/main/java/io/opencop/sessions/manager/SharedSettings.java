package io.opencop.sessions.manager;

/**
 * Sessions an app shares with others.
 *
 * @param yes whether it does: attributes of the others' classes are none of its business
 * @param cookieDomain the apps' common domain; empty where they are on one host
 */
public record SharedSettings(boolean yes, String cookieDomain) {
  public static final SharedSettings NONE = new SharedSettings(false, "");
}
