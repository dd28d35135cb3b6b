package io.opencop.bench.spring;

import io.opencop.bench.app.BasketServlet;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * The same servlet as ours with Spring Session on Redis, as Spring Boot sets it up. Takes Spring's
 * own arguments: {@code --server.port= --spring.data.redis.port= ...}
 */
@SpringBootApplication
public class SpringApp {

  /** Runs until it is told to stop. */
  public static void main(String[] arguments) {
    SpringApplication.run(SpringApp.class, arguments);
  }

  @Bean
  ServletRegistrationBean<BasketServlet> basket() {
    return new ServletRegistrationBean<>(new BasketServlet(), "/login", "/use");
  }

  /** A connection is one visitor for the whole run, as with ours. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> connections() {
    return factory ->
        factory.addConnectorCustomizers(c -> c.setProperty("maxKeepAliveRequests", "-1"));
  }
}
