package io.opencop.sessions.spring;

import java.nio.file.Path;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** Under the names of Spring Boot 4. */
final class Boot4Sessions
    implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
  private final Path file;

  Boot4Sessions(Path file) {
    this.file = file;
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    factory.addContextCustomizers(context -> GridSessions.into(context, file));
  }
}
