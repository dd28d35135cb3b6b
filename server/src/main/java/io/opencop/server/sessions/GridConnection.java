package io.opencop.server.sessions;

import io.opencop.model.message.CopException;
import io.opencop.sessions.grid.GridAccess;
import io.opencop.sessions.manager.SessionControl;
import io.opencop.sessions.manager.SessionException;
import io.opencop.sessions.manager.SessionSettings;
import io.opencop.sessions.manager.SessionsUnavailableException;
import io.opencop.sessions.manager.Unreachable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The connection to the grid the apps use just now; opened when there is one. */
final class GridConnection implements AutoCloseable {
  private final Supplier<Optional<GridAccess>> access;
  private GridAccess known;
  private SessionControl control;

  GridConnection(Supplier<Optional<GridAccess>> access) {
    this.access = access;
  }

  /**
   * @return empty where there is no grid
   * @throws CopException where it does not answer
   */
  <T> Optional<T> ask(Function<SessionControl, T> question) {
    Optional<SessionControl> there = control();
    try {
      return there.map(question);
    } catch (SessionsUnavailableException e) {
      throw new CopException(SessionsMessage.AWAY.with("reason", e.reason()), e);
    } catch (SessionException e) {
      throw new CopException(SessionsMessage.AWAY.with("reason", e.getMessage()), e);
    }
  }

  private synchronized Optional<SessionControl> control() {
    Optional<GridAccess> now = access.get();
    if (now.isEmpty()) {
      return Optional.empty();
    }
    if (!now.get().equals(known)) {
      close();
      control = new SessionControl(settings(now.get()));
      known = now.get();
    }
    return Optional.of(control);
  }

  private static SessionSettings settings(GridAccess grid) {
    return SessionSettings.of(grid.servers(), grid.user(), grid.password(), "opencop")
        .cache(grid.cache())
        .unreachable(Unreachable.REFUSE, Duration.ZERO);
  }

  @Override
  public synchronized void close() {
    if (control != null) {
      control.close();
      control = null;
      known = null;
    }
  }
}
