package io.opencop.sessions.manager;

import java.util.List;

/**
 * What a session's attributes may be.
 *
 * @param maxBytes of one encoded attribute
 * @param allow further classes that attributes may be of: {@code com.acme.Cart}, {@code com.acme.*}
 *     (that package) or {@code com.acme.**} (and those below)
 */
public record AttributeLimits(int maxBytes, List<String> allow) {
  public AttributeLimits {
    allow = List.copyOf(allow);
  }
}
