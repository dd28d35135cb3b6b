package io.opencop.cli.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.cli.CliMessage;
import io.opencop.model.message.CopException;
import io.opencop.model.message.Lang;
import io.opencop.model.message.Notice;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The HTTP API, spoken with the JDK's own client. Failures are {@link CopException}s. */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CONNECT_MILLIS = 5_000;

  private final Connection connection;
  private final Lang lang;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofMillis(CONNECT_MILLIS))
          .build();

  public Api(Connection connection, Lang lang) {
    this.connection = connection;
    this.lang = lang;
  }

  /** A platform of this user, signed in to with its own token. */
  public static Api of(RunningPlatform platform, Lang lang) {
    return new Api(Connection.of(platform), lang);
  }

  public JsonNode get(String path, Query query) {
    return json(request(path + query).GET().build());
  }

  public JsonNode get(String path) {
    return get(path, new Query());
  }

  public void delete(String path) {
    json(request(path).DELETE().build());
  }

  public JsonNode post(String path, JsonNode body) {
    return json(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body == null ? "" : body.toString()))
            .build());
  }

  /** Sets what is there from now on. */
  public void put(String path, JsonNode body) {
    json(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  /** Server-sent events, each as its name and its JSON, until the server or the thread ends it. */
  public void events(String path, Query query, BiConsumer<String, JsonNode> listener) {
    HttpRequest request = builder(path + query).header("Accept", "text/event-stream").GET().build();
    HttpResponse<Stream<String>> response = send(request, HttpResponse.BodyHandlers.ofLines());
    try (Stream<String> lines = response.body()) {
      if (response.statusCode() != 200) {
        throw refused(
            response.statusCode(),
            parse(lines.reduce("", (a, b) -> a + b), response),
            response.uri());
      }
      String[] name = {"message"};
      lines.forEach(line -> {
        if (line.startsWith("event:")) {
          name[0] = line.substring(6).trim();
        } else if (line.startsWith("data:")) {
          listener.accept(name[0], parse(line.substring(5).trim(), response));
        }
      });
    }
  }

  private HttpRequest.Builder builder(String path) {
    URI uri = URI.create(connection.url() + path);
    return HttpRequest.newBuilder(uri)
        .header("Authorization", "Bearer " + connection.token().orElseThrow(() -> noToken(uri)))
        .header("Accept-Language", lang.tag());
  }

  private HttpRequest.Builder request(String path) {
    return builder(path).header("Accept", "application/json").timeout(Duration.ofMinutes(5));
  }

  private JsonNode json(HttpRequest request) {
    HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
    JsonNode body = response.statusCode() == 204 ? null : parse(response.body(), response);
    if (response.statusCode() >= 300) {
      throw refused(response.statusCode(), body, response.uri());
    }
    return body;
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CopException(
          CliMessage.UNREACHABLE.with("url", connection.url(), "reason", "interrupted"), e);
    }
  }

  private CopException unreachable(IOException e) {
    String reason =
        e instanceof ConnectException
            ? lang == Lang.KO ? "연결이 거부되었습니다" : "connection refused"
            : e.toString();
    return new CopException(
        CliMessage.UNREACHABLE.with("url", connection.url(), "reason", reason), e);
  }

  /** Where nobody listens, a token is not what is missing. Nothing is sent to find that out. */
  private CopException noToken(URI uri) {
    int port = RunningPlatform.port(uri);
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(uri.getHost(), port), CONNECT_MILLIS);
    } catch (ConnectException e) {
      return unreachable(e);
    } catch (IOException e) {
      return new CopException(CliMessage.NO_TOKEN.with("url", connection.url()), e);
    }
    return new CopException(CliMessage.NO_TOKEN.with("url", connection.url()));
  }

  private static JsonNode parse(String text, HttpResponse<?> response) {
    try {
      JsonNode node = JSON.readTree(text);
      if (node.isContainerNode()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw new CopException(notOpenCop(response.statusCode(), response.uri()), e);
    }
    throw new CopException(notOpenCop(response.statusCode(), response.uri()));
  }

  private static Notice notOpenCop(int status, URI uri) {
    return CliMessage.NOT_JSON.with("url", uri, "status", status);
  }

  /** Every refusal of OpenCOP has a number; one without is somebody else's. */
  private CopException refused(int status, JsonNode problem, URI uri) {
    if (!problem.path("code").asText("").startsWith("COP-")) {
      return new CopException(notOpenCop(status, uri));
    }
    if (status == 401) {
      return new CopException(
          CliMessage.TOKEN_NOT_ACCEPTED.with(
              "url", connection.url(), "source", connection.source()));
    }
    StringBuilder detail =
        new StringBuilder(problem.path("detail").asText(problem.path("title").asText("")));
    for (JsonNode error : problem.path("errors")) {
      detail.append(System.lineSeparator()).append("  ");
      if (error.hasNonNull("code")) {
        // A sentence of its own, with its place in it and the next step beside it.
        detail.append(error.path("code").asText()).append(' ');
        detail.append(error.path("message").asText());
        detail.append(" → ").append(error.path("expected").asText());
      } else {
        detail.append(error.path("field").asText()).append(": ");
        detail.append(error.path("message").asText());
      }
    }
    return new CopException(
        CliMessage.REFUSED.with(
            "status",
            status,
            "code",
            problem.path("code").asText("-"),
            "detail",
            detail,
            "next",
            problem.path("next").asText("")));
  }
}
