package io.opencop.runtime.gateway.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.opencop.model.message.CopException;
import io.opencop.runtime.disk.Durable;
import io.opencop.runtime.gateway.GatewayMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The one file between platform and gateway. Both sides use this class. */
public record RoutesFile(Path path) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          // A newer platform may say more than this gateway knows: it must not fall silent for it.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** Replaces it at once; on disk when this returns. */
  public void write(Routes routes) throws IOException {
    Durable.write(path, JSON.writeValueAsBytes(routes));
  }

  /**
   * What it says.
   *
   * @throws CopException COP-3312 where it cannot be read, COP-3311 where it says what cannot be
   */
  public Routes read() {
    Routes routes;
    try {
      routes = JSON.readValue(Files.readAllBytes(path), Routes.class);
    } catch (JsonProcessingException e) {
      throw bad(e.getOriginalMessage() + " (" + place(e) + ")", e);
    } catch (IOException e) {
      throw new CopException(
          GatewayMessage.ROUTES_UNREADABLE.with("file", path, "reason", e.toString()), e);
    }
    if (routes == null) {
      throw bad("null", null);
    }
    List<String> problems = RoutesCheck.problems(routes);
    if (!problems.isEmpty()) {
      throw bad(String.join("; ", problems), null);
    }
    return routes;
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? "?"
        : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
  }

  private CopException bad(String reason, Throwable cause) {
    return new CopException(GatewayMessage.ROUTES_BAD.with("file", path, "reason", reason), cause);
  }
}
