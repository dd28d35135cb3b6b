package io.opencop.sessions.tomcat;

import io.opencop.sessions.manager.LoginRefusedException;
import io.opencop.sessions.manager.SessionException;
import io.opencop.sessions.manager.SessionMessage;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Around everything a host does with a request, error pages included: stores the sessions it used
 * before its response is sent, and sends a refusal instead where that failed.
 */
final class StoreValve extends ValveBase {
  private static final Logger LOG = Logger.getLogger(StoreValve.class.getName());
  private static final String NOTE = RequestScope.class.getName();
  private static final int UNAVAILABLE = 503;
  private static final int ERROR = 500;

  StoreValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    // An asynchronous request comes by several times and keeps its sessions.
    RequestScope scope =
        request.getNote(NOTE) instanceof RequestScope known ? known : new RequestScope();
    request.setNote(NOTE, scope);
    CommitHook hook =
        CommitHook.of(request.getCoyoteRequest(), request.getCoyoteRequest().getResponse());
    hook.expect(scope);
    scope.enter();
    try {
      getNext().invoke(request, response);
    } catch (SessionException e) {
      scope.fail(e);
    } finally {
      RequestScope.leave();
      finish(request, response, scope, hook);
    }
  }

  private static void finish(
      Request request, Response response, RequestScope scope, CommitHook hook) throws IOException {
    if (request.isAsync()) {
      scope.storeAtEnd();
      return;
    }
    try {
      scope.store();
    } catch (SessionException e) {
      LOG.log(e instanceof LoginRefusedException ? Level.FINE : Level.SEVERE, e.getMessage(), e);
    }
    hook.expect(null);
    request.removeNote(NOTE);
    scope.release();
    if (scope.failure() != null) {
      refuse(request, response, scope.failure());
    }
  }

  /** Nothing of what the application wrote may be seen: it believed its session was safe. */
  private static void refuse(Request request, Response response, SessionException why)
      throws IOException {
    if (response.isCommitted()) {
      // Too late for a status. The client sees a response that breaks off.
      request.getCoyoteRequest().getResponse().action(ActionCode.CLOSE_NOW, why);
      return;
    }
    boolean unreachable = why.about() == SessionMessage.UNREACHABLE;
    // What the application made of it would be shown instead.
    request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
    response.setSuspended(false);
    response.reset();
    if (why instanceof LoginRefusedException) {
      RefusalPage.send(request, response, why.about());
      return;
    }
    response.setStatus(unreachable ? UNAVAILABLE : ERROR);
    if (unreachable) {
      response.setHeader("Retry-After", "1");
    }
    response.setContentType("text/plain;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    boolean korean =
        request.getHeader("Accept-Language") != null
            && request.getLocale().getLanguage().equals("ko");
    // Keys and classes stay in the log: the reader here is a user of the application.
    String text =
        unreachable
            ? why.about().in(korean ? Locale.KOREAN : Locale.ENGLISH, "-")
            : why.about().code();
    response.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
