package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opencop.cli.Terminal;
import io.opencop.cli.client.Api;
import io.opencop.cli.client.RunningPlatform;
import io.opencop.cli.output.Figures;
import io.opencop.cli.output.ListView;
import io.opencop.model.message.CopException;
import java.util.List;

/** {@code cop health} where several platforms of this user run: a line each. */
final class HealthOfAll {
  private static final String UNREACHABLE = "unreachable";

  private final Terminal terminal;
  private final ClientOptions client;

  HealthOfAll(Terminal terminal, ClientOptions client) {
    this.terminal = terminal;
    this.client = client;
  }

  /** Whether every one is ok. Each is asked with its own token; a token named is of one only. */
  boolean show(List<RunningPlatform> running) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (RunningPlatform platform : running) {
      ObjectNode one = all.addObject();
      one.put("url", platform.url()).put("data", platform.data().toString());
      one.put("pid", platform.pid());
      one.setAll(health(platform));
    }
    client
        .printer(terminal)
        .list(JsonNodeFactory.instance.objectNode().set("platforms", all), view());
    terminal
        .err()
        .println(
            terminal.say(
                "One of them in full: cop health --url " + running.getFirst().url(),
                "하나를 자세히: cop health --url " + running.getFirst().url()));
    return all.valueStream().allMatch(p -> p.path("status").asText().equals("ok"));
  }

  private ObjectNode health(RunningPlatform platform) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    try {
      JsonNode health = Api.of(platform, terminal.lang()).get("/api/v1/health");
      out.set("status", health.path("status"));
      out.set("uptime_s", health.path("uptime_s"));
    } catch (CopException e) {
      terminal.tell(e); // one that does not answer must not hide the others
      out.put("status", UNREACHABLE);
    }
    return out;
  }

  private ListView view() {
    return new ListView(
        "platforms",
        "platform",
        n -> n.path("url").asText(),
        List.of(
            ListView.left("URL", "주소", n -> n.path("url").asText()),
            ListView.left("STATUS", "상태", n -> word(n.path("status").asText())),
            ListView.right("UP", "가동", n -> Figures.age(n.path("uptime_s"))),
            ListView.left("DATA", "데이터", n -> n.path("data").asText()),
            ListView.right("PID", "PID", n -> n.path("pid").asText())));
  }

  private String word(String status) {
    return status.equals(UNREACHABLE)
        ? terminal.say("no answer", "응답 없음")
        : HealthCommand.word(terminal, status);
  }
}
