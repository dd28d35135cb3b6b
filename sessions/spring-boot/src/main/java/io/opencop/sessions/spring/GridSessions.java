package io.opencop.sessions.spring;

import io.opencop.sessions.manager.SettingsFile;
import io.opencop.sessions.tomcat.GridManager;
import java.io.File;
import java.nio.file.Path;
import java.security.CodeSource;
import org.apache.catalina.Context;

/** The grid as the sessions of an embedded Tomcat. */
final class GridSessions {
  private GridSessions() {}

  static void into(Context context, Path file) {
    context.setManager(new GridManager(SettingsFile.read(file), GridSessions::isApplications));
  }

  /**
   * Classes of an executable jar's own, as Spring Boot packs it or taken apart by its tools, or of
   * a folder as in a developer's tool.
   */
  private static boolean isApplications(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return false;
    }
    String place = source.getLocation().toString();
    return place.contains("BOOT-INF/classes")
        || place.contains("WEB-INF/classes")
        || (place.startsWith("file:") && place.endsWith("/"))
        || place.equals(started());
  }

  /** The jar that {@code java -jar} was given: with its libraries beside it, it holds no others. */
  private static String started() {
    String path = System.getProperty("java.class.path", "").split(File.pathSeparator, 2)[0];
    boolean jar =
        System.getProperty("sun.java.command", "").startsWith(path) && path.endsWith(".jar");
    return jar ? "file:" + Path.of(path).toUri().getRawPath() : "";
  }
}
