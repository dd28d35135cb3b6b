package io.opencop.sessions.spring;

import java.nio.file.Path;
import org.springframework.boot.web.embedded.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** Under the names of Spring Boot 3. */
final class Boot3Sessions
    implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
  private final Path file;

  Boot3Sessions(Path file) {
    this.file = file;
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    factory.addContextCustomizers(context -> GridSessions.into(context, file));
  }
}
