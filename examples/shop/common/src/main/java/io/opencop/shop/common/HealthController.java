package io.opencop.shop.common;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Readiness: answers 200 once the service can reach its database. */
@RestController
class HealthController {
  private final JdbcClient jdbc;

  HealthController(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @GetMapping("/healthz")
  String ready() {
    jdbc.sql("SELECT 1").query(Integer.class).single();
    return "ok";
  }
}
