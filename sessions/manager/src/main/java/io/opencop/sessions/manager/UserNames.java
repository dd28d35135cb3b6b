package io.opencop.sessions.manager;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.Principal;
import java.util.Locale;

/** The name of whoever is logged in, out of what an application keeps in its session. */
final class UserNames {
  private UserNames() {}

  /**
   * @param path of properties to go along, divided by dots; empty for the value itself
   * @return empty where the value says that nobody is logged in
   * @throws ReflectiveOperationException where there is no such property
   */
  static String of(Object value, String path) throws ReflectiveOperationException {
    Object at = value;
    for (String property : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
      if (at == null) {
        return "";
      }
      at = property(at, property);
    }
    if (at instanceof Principal principal) {
      return principal.getName() == null ? "" : principal.getName();
    }
    return at == null ? "" : at.toString();
  }

  private static Object property(Object of, String name) throws ReflectiveOperationException {
    Method getter = getter(of.getClass(), name);
    if (getter == null) {
      throw new NoSuchMethodException(of.getClass().getName() + " has no " + name);
    }
    try {
      return getter.invoke(of);
    } catch (InvocationTargetException e) {
      throw new ReflectiveOperationException(String.valueOf(e.getCause()), e);
    }
  }

  /** Of the class where it is public, or of whatever public type it comes from. */
  private static Method getter(Class<?> type, String name) {
    String bean = "get" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      Method found = own(at, bean, name);
      if (found != null) {
        return found;
      }
      for (Class<?> above : at.getInterfaces()) {
        found = getter(above, name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static Method own(Class<?> type, String bean, String name) {
    if (!java.lang.reflect.Modifier.isPublic(type.getModifiers())) {
      return null;
    }
    for (String candidate : new String[] {bean, name}) {
      try {
        return type.getDeclaredMethod(candidate);
      } catch (NoSuchMethodException e) {
        // the other form, or a type above
      }
    }
    return null;
  }
}
