package io.opencop.server.api;

import io.opencop.model.message.CopException;
import io.opencop.server.apps.HostMessage;
import io.opencop.server.apps.Hosting;
import io.opencop.server.apps.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Secrets of apps: they go in, and are never answered. */
record SecretEndpoints(Hosting hosting) {

  void addTo(Endpoints endpoints) {
    endpoints
        .add("listSecrets", _ -> list())
        .add("setSecret", this::set)
        .add("deleteSecret", call -> delete(call, ""))
        .add("deleteSecretKey", call -> delete(call, call.text("key")));
  }

  private Reply list() {
    List<Map<String, Object>> all =
        secrets().list().entrySet().stream()
            .map(e -> Map.<String, Object>of("name", e.getKey(), "keys", e.getValue()))
            .toList();
    return Reply.ok(Map.of("secrets", all));
  }

  private Reply set(Call call) {
    String value = call.arguments().body().path("value").asText();
    boolean coded = call.arguments().body().path("base64").asBoolean(false);
    byte[] bytes;
    try {
      bytes = coded ? Base64.getDecoder().decode(value) : value.getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(400, ApiMessage.BAD_QUESTION.with("reason", "value: base64"));
    }
    secrets().set(call.text("secret"), call.text("key"), bytes);
    return new Reply.Empty(Map.of());
  }

  private Reply delete(Call call, String key) {
    if (!secrets().delete(call.text("secret"), key)) {
      throw new CopException(
          HostMessage.NO_SUCH_SECRET.with("secret", call.text("secret"), "key", key));
    }
    return new Reply.Empty(Map.of());
  }

  private Secrets secrets() {
    return hosting.host().secrets();
  }
}
