package io.opencop.server.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.server.auth.Role;
import io.opencop.server.contract.Contract;
import io.opencop.server.contract.ContractReader;
import io.opencop.server.contract.Operation;
import io.opencop.server.support.Platform;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks every operation of openapi.yaml: deny by default. */
class ContractWalkTest {
  private static final Contract CONTRACT = ContractReader.read();
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");

  private static Platform platform;

  @BeforeAll
  static void start(@TempDir Path folder) {
    platform = new Platform(folder);
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void withoutCredentialsOnlyPublicOperationsAnswer() {
    for (Operation operation : CONTRACT.operations()) {
      int status = platform.send(request(operation)).statusCode();
      if (operation.role() == Role.PUBLIC) {
        assertThat(status).as(operation.id()).isNotEqualTo(403);
      } else {
        assertThat(status).as(operation.id()).isEqualTo(401);
      }
    }
  }

  @Test
  void wrongCredentialsAreNone() {
    List<Map.Entry<String, String>> wrong =
        List.of(
            Map.entry("authorization", "Bearer wrong"),
            Map.entry("authorization", "Bearer "),
            Map.entry("authorization", "Basic " + Platform.VIEWER),
            Map.entry("authorization", Platform.VIEWER),
            Map.entry("cookie", "cop_session=a.b.c.d"),
            Map.entry("cookie", "cop_session=" + Platform.VIEWER),
            Map.entry("x-opencop-token", Platform.VIEWER));
    for (Operation operation : CONTRACT.operations()) {
      for (Map.Entry<String, String> header : wrong) {
        if (operation.role() != Role.PUBLIC) {
          HttpRequest.Builder request =
              request(operation).header(header.getKey(), header.getValue());
          assertThat(platform.send(request).statusCode())
              .as(operation.id() + " " + header)
              .isEqualTo(401);
        }
      }
    }
  }

  @Test
  void aRoleMayDoWhatIsAskedOfItAndNothingMore() {
    Map<Role, String> tokens =
        Map.of(
            Role.VIEWER, Platform.VIEWER,
            Role.OPERATOR, Platform.OPERATOR,
            Role.ADMIN, platform.adminToken());
    for (Operation operation : CONTRACT.operations()) {
      if (operation.id().equals("tailLogs") || operation.role() == Role.PUBLIC) {
        continue; // a stream has no end to wait for; LogTailTest opens it
      }
      tokens.forEach((role, token) -> {
        int status =
            platform
                .send(request(operation).header("authorization", "Bearer " + token))
                .statusCode();
        if (role.includes(operation.role())) {
          assertThat(status).as(operation.id() + " " + role).isNotIn(401, 403, 405, 500);
        } else {
          assertThat(status).as(operation.id() + " " + role).isEqualTo(403);
        }
      });
    }
  }

  @Test
  void methodsOutsideTheContractAre405WithThoseThatAreIn() {
    Map<String, Set<String>> allowed =
        CONTRACT.operations().stream()
            .collect(
                Collectors.groupingBy(
                    Operation::path, Collectors.mapping(Operation::method, Collectors.toSet())));
    allowed.forEach((path, methods) -> {
      for (String method : METHODS) {
        if (!methods.contains(method)) {
          HttpRequest.Builder request =
              HttpRequest.newBuilder(platform.web(filled(path)))
                  .method(method, BodyPublishers.noBody());
          assertThat(platform.send(request).statusCode()).as(method + path).isEqualTo(401);
          request.header("authorization", "Bearer " + platform.adminToken());
          HttpResponse<String> answer = platform.send(request);
          assertThat(answer.statusCode()).as(method + path).isEqualTo(405);
          assertThat(answer.headers().firstValue("allow").orElseThrow().split(", "))
              .containsExactlyInAnyOrderElementsOf(methods);
        }
      }
    });
  }

  @Test
  void unknownPathsShowThemselvesOnlyAfterSignOn() {
    for (String path : List.of("/api/v1/nothing", "/api/", "/api/v2/services", "/api/v1/live/x")) {
      assertThat(platform.send(HttpRequest.newBuilder(platform.web(path))).statusCode())
          .isEqualTo(401);
      assertThat(platform.get(path).statusCode()).isEqualTo(404);
    }
  }

  private static HttpRequest.Builder request(Operation operation) {
    HttpRequest.Builder request = HttpRequest.newBuilder(platform.web(filled(operation.path())));
    if (operation.body() == null) {
      return request.method(operation.method(), BodyPublishers.noBody());
    }
    return request
        .header("content-type", "application/json")
        .method(operation.method(), BodyPublishers.ofString("{}"));
  }

  private static String filled(String path) {
    return path.replace("{service}", "cart")
        .replace("{name}", "nobody")
        .replace("{app}", "nobody")
        .replace("{secret}", "nothing")
        .replace("{key}", "nothing")
        .replace("{instance}", "nobody")
        .replace("{trace_id}", "0".repeat(31) + "1")
        .replace("{span_id}", "0".repeat(15) + "1");
  }
}
