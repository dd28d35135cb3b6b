package io.opencop.sessions.was;

import io.opencop.sessions.was.Choice.Why;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;

/**
 * What a WAR says about the Servlet version it needs. Its own classes know best; then the libraries
 * it brings, by their names where those tell and by their classes otherwise; then web.xml, which
 * people forget to change.
 */
final class War implements AutoCloseable {
  private static final String CLASSES = "WEB-INF/classes/";
  private static final String LIBRARIES = "WEB-INF/lib/";
  private static final String WEB_XML = "WEB-INF/web.xml";

  /** Libraries whose major version tells; the newest that needs javax and 6.0. */
  private record Known(Pattern name, double javax, double six) {
    static Known of(String name, double javax, double six) {
      return new Known(Pattern.compile(name + "-(\\d+\\.\\d+)[^/]*\\.jar"), javax, six);
    }
  }

  private static final List<Known> KNOWN =
      List.of(
          Known.of("spring-web", 5.9, 6.9),
          Known.of("spring-boot", 2.9, 3.9),
          Known.of("jakarta\\.servlet-api", 4.9, 6.0),
          Known.of("javax\\.servlet-api", 9, 9));

  private final Path file;
  private final ZipFile zip;

  War(Path file) {
    this.file = file;
    try {
      zip = new ZipFile(file.toFile());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private WasException unreadable(Exception e) {
    String reason = e.getMessage() == null ? e.toString() : e.getMessage();
    return new WasException(WasMessage.NO_WAR, e, file, reason);
  }

  /**
   * @throws WasException where the file is not a WAR
   */
  Choice choice() {
    try {
      String declared = declared();
      Choice known = byName();
      Choice found = byOwnClasses(declared, known);
      if (found == null) {
        found = known;
      }
      if (found == null) {
        found = byLibraries();
      }
      if (found == null && declared != null) {
        found = Why.DECLARES.to(of(declared), WEB_XML, declared);
      }
      return found == null ? Why.NOTHING.to(Tomcat.TEN) : newer(found, declared);
    } catch (IOException | XMLStreamException e) {
      throw unreadable(e);
    }
  }

  /** A web.xml of 6.1 lifts an application of jakarta.servlet. */
  private static Choice newer(Choice found, String declared) {
    boolean lift =
        found.tomcat() == Tomcat.TEN && declared != null && of(declared) == Tomcat.ELEVEN;
    return lift ? Why.DECLARES.to(Tomcat.ELEVEN, WEB_XML, declared) : found;
  }

  private static Tomcat of(String version) {
    double number;
    try {
      number = Double.parseDouble(version);
    } catch (NumberFormatException e) {
      return Tomcat.TEN;
    }
    if (number < 5) {
      return Tomcat.NINE;
    }
    return number > 6 ? Tomcat.ELEVEN : Tomcat.TEN;
  }

  private String declared() throws IOException, XMLStreamException {
    ZipEntry xml = zip.getEntry(WEB_XML);
    if (xml == null) {
      return null;
    }
    try (InputStream in = zip.getInputStream(xml)) {
      return Descriptor.version(in);
    }
  }

  private Choice byOwnClasses(String declared, Choice known) throws IOException {
    Namespaces seen = new Namespaces();
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements() && !seen.both()) {
      ZipEntry entry = entries.nextElement();
      if (entry.getName().startsWith(CLASSES) && entry.getName().endsWith(".class")) {
        try (InputStream in = zip.getInputStream(entry)) {
          seen.look(in.readAllBytes());
        }
      }
    }
    String only = seen.only();
    if (only == null) {
      return seen.both() && declared != null
          ? Why.DECLARES.to(of(declared), WEB_XML, declared)
          : null;
    }
    if (only.equals(Namespaces.JAVAX)) {
      return Why.USES.to(Tomcat.NINE, CLASSES, only);
    }
    return known != null && known.tomcat() == Tomcat.ELEVEN
        ? known
        : Why.USES.to(Tomcat.TEN, CLASSES, only);
  }

  private Choice byName() {
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      String name = entries.nextElement().getName();
      if (!name.startsWith(LIBRARIES)) {
        continue;
      }
      for (Known each : KNOWN) {
        Matcher matcher = each.name().matcher(name.substring(LIBRARIES.length()));
        if (matcher.matches()) {
          return known(name, each, Double.parseDouble(matcher.group(1)));
        }
      }
    }
    return null;
  }

  private static Choice known(String name, Known library, double version) {
    if (version <= library.javax()) {
      return Why.NEEDS.to(Tomcat.NINE, name, Namespaces.JAVAX);
    }
    return version <= library.six()
        ? Why.NEEDS.to(Tomcat.TEN, name, Namespaces.JAKARTA)
        : Why.NEEDS.to(Tomcat.ELEVEN, name, "Servlet 6.1");
  }

  /** The first library that uses one of them only. */
  private Choice byLibraries() throws IOException {
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      if (entry.getName().startsWith(LIBRARIES) && entry.getName().endsWith(".jar")) {
        Namespaces seen = new Namespaces();
        try (ZipInputStream jar = new ZipInputStream(zip.getInputStream(entry))) {
          ZipEntry inner = jar.getNextEntry();
          while (inner != null && !seen.both()) {
            if (inner.getName().endsWith(".class")) {
              seen.look(jar.readAllBytes());
            }
            inner = jar.getNextEntry();
          }
        }
        String only = seen.only();
        if (only != null) {
          Tomcat tomcat = only.equals(Namespaces.JAVAX) ? Tomcat.NINE : Tomcat.TEN;
          return Why.USES.to(tomcat, entry.getName(), only);
        }
      }
    }
    return null;
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }
}
