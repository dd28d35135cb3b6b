package io.opencop.cli.statics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opencop.server.OpenCop;
import io.opencop.server.Running;
import io.opencop.server.config.ConfigLoader;
import io.opencop.server.config.ConfigSources;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of files as an app: the platform runs it with {@code cop static}. */
class SiteAppTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private Running running;

  @AfterEach
  void leaveNothingBehind() {
    if (running != null) {
      running.close(); // ends its instances: runtime.on-stop
    }
  }

  @Test
  void aFolderIsServedAndStaysAsItWasApplied() throws Exception {
    Path site = Files.createDirectories(folder.resolve("site"));
    Files.writeString(site.resolve("index.html"), "<title>hello</title>");
    running =
        OpenCop.start(
            ConfigLoader.load(
                ConfigSources.of(
                    "data.dir=" + folder.resolve("data"),
                    "data.min-free=1MiB",
                    "web.port=0",
                    "otlp.grpc-port=0",
                    "otlp.http-port=0",
                    "self.enabled=false",
                    "runtime.on-stop=stop")),
            _ -> {});
    ObjectNode body = JSON.createObjectNode();
    body.put(
        "manifest",
        """
        apiVersion: opencop.io/v1alpha1
        kind: App
        metadata: { name: pages }
        spec:
          source: { static: site, singlePage: true }
          resources: { memory: 128Mi }
        """);
    body.put("source", "app.yaml").put("folder", folder.toString());
    assertThat(call("POST", "/api/v1/apps", body.toString()).statusCode()).isEqualTo(200);
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> app().path("phase").asText().equals("ready"));
    Files.writeString(site.resolve("index.html"), "changed under us");
    URI page = URI.create("http://" + app().at("/instances/0/address").asText() + "/some/place");
    HttpResponse<String> answer =
        client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    assertThat(answer.body()).isEqualTo("<title>hello</title>");
    assertThat(answer.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
  }

  private JsonNode app() throws Exception {
    return JSON.readTree(call("GET", "/api/v1/apps/pages", "").body());
  }

  private HttpResponse<String> call(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(running.url() + path))
            .header(
                "authorization",
                "Bearer " + Files.readString(folder.resolve("data/admin.token")).trim())
            .header("content-type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }
}
