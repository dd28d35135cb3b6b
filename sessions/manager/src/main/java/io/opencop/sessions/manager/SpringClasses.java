package io.opencop.sessions.manager;

import java.util.List;

/**
 * What Spring itself puts into sessions: who logged in, which page was asked for before, a flash
 * attribute. They are data only, and without them nobody could log in to an application with Spring
 * Security. Spring's core, beans and AOP are not among them.
 */
public final class SpringClasses {
  /** As in {@link SessionSettings#allow}. */
  public static final List<String> PATTERNS =
      List.of(
          "org.springframework.security.authentication.*",
          "org.springframework.security.core.*",
          "org.springframework.security.core.authority.*",
          "org.springframework.security.core.context.*",
          "org.springframework.security.core.userdetails.*",
          "org.springframework.security.oauth2.core.**",
          "org.springframework.security.oauth2.client.**",
          "org.springframework.security.web.authentication.**",
          "org.springframework.security.web.csrf.*",
          "org.springframework.security.web.savedrequest.*",
          "org.springframework.util.LinkedMultiValueMap",
          "org.springframework.util.MultiValueMapAdapter",
          "org.springframework.web.servlet.FlashMap");

  private SpringClasses() {}
}
