package io.opencop.server.api;

import io.opencop.model.message.CopException;
import io.opencop.model.message.Notice;
import io.opencop.runtime.control.ControlMessage;
import io.opencop.server.apps.HostMessage;
import io.opencop.server.auth.Role;
import io.opencop.server.contract.ArgumentReader;
import io.opencop.server.contract.Arguments;
import io.opencop.server.contract.InvalidArgumentsException;
import io.opencop.server.web.StaticFiles;
import io.opencop.telemetry.AppendException;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web port: the API under /api/, the console's files everywhere else. Doors and roles are
 * checked on the event loop before a byte of the body is read; questions to the store run on the
 * threads of {@link Queries}, everything else on virtual ones.
 */
public final class ApiHandler implements Handler<HttpServerRequest> {
  private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);
  private static final int BODY_LIMIT = 8 << 20;
  private static final int PUBLIC_BODY_LIMIT = 16 << 10;

  private final Gate gate;
  private final Map<String, Endpoint> endpoints;
  private final StaticFiles files;
  private final Executor workers;
  private final Queries queries;
  private final InstantSource clock;
  private final ApiObserver observer;
  private final boolean behindTls;

  ApiHandler(
      Gate gate,
      Map<String, Endpoint> endpoints,
      StaticFiles files,
      Executor workers,
      Queries queries,
      InstantSource clock,
      ApiObserver observer,
      boolean behindTls) {
    this.gate = gate;
    this.endpoints = endpoints;
    this.files = files;
    this.workers = workers;
    this.queries = queries;
    this.clock = clock;
    this.observer = observer;
    this.behindTls = behindTls;
  }

  @Override
  public void handle(HttpServerRequest request) {
    ApiResponse response = new ApiResponse(request, observer);
    boolean secure = request.isSSL() || behindTls;
    SecurityHeaders.put(request.response().headers(), secure);
    try {
      gate.checkHost(request);
      if (!request.path().startsWith("/api/")) {
        response.operation("static");
        files.handle(request);
        return;
      }
      Gate.Passed passed = gate.pass(request);
      response.operation(passed.operation().id());
      if (passed.operation().body() == null) {
        request.exceptionHandler(_ -> {});
        work(response, passed, secure, new byte[0]);
      } else {
        checkIsJson(request);
        int limit = passed.operation().role() == Role.PUBLIC ? PUBLIC_BODY_LIMIT : BODY_LIMIT;
        new BodyReader(request, limit)
            .read(bytes -> work(response, passed, secure, bytes), response::problem);
      }
    } catch (ProblemException e) {
      response.problem(e);
    }
  }

  private static void checkIsJson(HttpServerRequest request) {
    // A form or plain text could be posted by a foreign page without asking; JSON cannot.
    String type = request.getHeader("content-type");
    if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
      throw new ProblemException(415, ApiMessage.NOT_JSON.with());
    }
  }

  private void work(ApiResponse response, Gate.Passed passed, boolean secure, byte[] body) {
    Endpoint endpoint = endpoints.get(passed.operation().id());
    Context context = Vertx.currentContext();
    HttpServerRequest request = response.request();
    String query = request.query();
    String address = request.remoteAddress().hostAddress();
    Runnable work =
        () -> {
          Runnable ready =
              guarded(
                  response,
                  () -> {
                    Arguments arguments =
                        ArgumentReader.read(passed.operation(), passed.names(), query, body);
                    return response.ready(
                        endpoint.answer(
                            new Call(
                                arguments,
                                passed.caller(),
                                response.lang(),
                                clock.instant(),
                                address,
                                secure)));
                  });
          context.runOnContext(_ -> ready.run());
        };
    if (endpoint instanceof Queries.Query) {
      queries.execute(work, () -> context.runOnContext(_ -> response.problem(Queries.busy())));
    } else {
      workers.execute(work);
    }
  }

  /** The answer, or the problem that came instead. */
  private static Runnable guarded(ApiResponse response, Supplier<Runnable> answer) {
    try {
      return answer.get();
    } catch (InvalidArgumentsException e) {
      return response.ready(400, Problems.of(e, response.lang()), Map.of());
    } catch (CopException e) {
      int status = status(e);
      return response.ready(status, Problems.of(status, e, response.lang()), Map.of());
    } catch (RuntimeException e) {
      ProblemException problem = problem(e);
      return response.ready(
          problem.status(),
          Problems.of(problem.status(), problem.notice(), response.lang()),
          problem.headers());
    }
  }

  /** What a person has to know is a refusal; which one, its first notice says. */
  private static int status(CopException e) {
    return switch (e.notices().getFirst().message()) {
      case ControlMessage.NO_APP,
          ControlMessage.NO_RELEASE,
          ControlMessage.NO_INSTANCE,
          HostMessage.NO_SUCH_SECRET ->
          404;
      case ControlMessage.OPERATORS_ONLY -> 403;
      case HostMessage.SWITCHED_OFF -> 501;
      case HostMessage.NOT_OPEN -> 503;
      default -> 400;
    };
  }

  private static ProblemException problem(RuntimeException e) {
    return switch (e) {
      case ProblemException problem -> problem;
      case AppendException append ->
          new ProblemException(
              append.reason().retryable() ? 503 : 400,
              ApiMessage.NOT_STORED.with("reason", append.getMessage()),
              append.reason().retryable() ? Map.of("retry-after", "1") : Map.of());
      case IllegalArgumentException bad ->
          new ProblemException(400, ApiMessage.BAD_QUESTION.with("reason", bad.getMessage()));
      default -> {
        String id = UUID.randomUUID().toString();
        LOG.error("a call of the API failed, id {}", id, e);
        Notice notice = ApiMessage.FAILED.with("id", id);
        yield new ProblemException(500, notice);
      }
    };
  }
}
