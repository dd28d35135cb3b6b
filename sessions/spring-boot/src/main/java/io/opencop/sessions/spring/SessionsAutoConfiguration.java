package io.opencop.sessions.spring;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Gives embedded Tomcat the platform's sessions where the platform says where they are: {@code
 * OPENCOP_SESSIONS_FILE} in the environment, or {@code opencop.sessions.file} among the
 * application's properties. Without it nothing is changed.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty(SessionsAutoConfiguration.FILE)
public class SessionsAutoConfiguration {
  static final String FILE = "opencop.sessions.file";

  private static Path file(Environment environment) {
    return Path.of(environment.getRequiredProperty(FILE));
  }

  /** Spring Boot 3. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(
      name = "org.springframework.boot.web.embedded.tomcat.ConfigurableTomcatWebServerFactory")
  public static class Boot3 {
    @Bean
    Boot3Sessions opencopSessions(Environment environment) {
      return new Boot3Sessions(file(environment));
    }
  }

  /** Spring Boot 4. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory")
  public static class Boot4 {
    @Bean
    Boot4Sessions opencopSessions(Environment environment) {
      return new Boot4Sessions(file(environment));
    }
  }
}
