package io.opencop.sessions.tomcat;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ActionHook;
import org.apache.coyote.Request;
import org.apache.coyote.Response;

/**
 * Stands between a response and its connection, where the status line is about to be sent: a
 * response that is flushed early waits here for its session. Everything is passed on to the
 * connection, which the request still reaches directly.
 *
 * <p>Tomcat has no listener for this moment, and the setter is not public in every version; if it
 * is gone, the manager does not start.
 */
final class CommitHook implements ActionHook {
  /** A slot Tomcat leaves to others (0 to 8 are its own). */
  private static final int SLOT = 29;

  private static final MethodHandle SET_HOOK = setter();

  private final Request connection;
  private volatile RequestScope scope;

  private CommitHook(Request connection) {
    this.connection = connection;
  }

  private static MethodHandle setter() {
    try {
      Method method = Response.class.getDeclaredMethod("setHook", ActionHook.class);
      method.setAccessible(true);
      return MethodHandles.lookup().unreflect(method);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Puts one between them, once in the life of a connection. */
  static CommitHook of(Request request, Response response) {
    if (response.getNote(SLOT) instanceof CommitHook known) {
      return known;
    }
    CommitHook hook = new CommitHook(request);
    try {
      SET_HOOK.invokeExact(response, (ActionHook) hook);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    response.setNote(SLOT, hook);
    return hook;
  }

  /** Which sessions the next response waits for; null: none. */
  void expect(RequestScope next) {
    scope = next;
  }

  @Override
  public void action(ActionCode code, Object parameter) {
    RequestScope waiting = scope;
    // CLOSE as well: what changed after an early flush is stored before the last byte.
    if (waiting != null && (code == ActionCode.COMMIT || code == ActionCode.CLOSE)) {
      waiting.store();
    }
    connection.action(code, parameter);
  }
}
