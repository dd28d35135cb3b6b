package io.opencop.sessions.manager;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Pseudonyms of users, out of what the container or the application says of them. */
public final class LoginReader {
  private static final Logger LOG = Logger.getLogger(LoginReader.class.getName());

  private final LoginSettings settings;
  private final AtomicBoolean said = new AtomicBoolean();

  public LoginReader(LoginSettings settings) {
    this.settings = settings;
  }

  /** Name of the attribute the application keeps its user in. */
  public String attribute() {
    return settings.attribute();
  }

  public String ofName(String name) {
    return settings.pseudonyms().of(name == null ? "" : name);
  }

  /** Of an attribute's value; empty where it names nobody. */
  public String ofValue(Object value) {
    try {
      return ofName(UserNames.of(value, settings.path()));
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Once is enough: it would be so for every request.
      LOG.log(
          said.compareAndSet(false, true) ? Level.WARNING : Level.FINE,
          e,
          () -> SessionMessage.NO_USER.here(settings.attribute(), e));
      return "";
    }
  }
}
