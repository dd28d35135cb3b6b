package io.opencop.sessions.tomcat.war;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;

/** What an application sees of the class loader it runs in: Tomcat, and nothing of ours. */
final class TomcatOnly extends URLClassLoader {
  private static final String OURS = "io.opencop.";
  private static final String OUR_FILES = "io/opencop/";

  private final ClassLoader tomcat;

  TomcatOnly(ClassLoader tomcat) {
    // With no place of its own. Tomcat warns of class loaders it does not know.
    super("tomcat-only", new URL[0], getPlatformClassLoader());
    this.tomcat = tomcat;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith(OURS)) {
      throw new ClassNotFoundException(name);
    }
    return tomcat.loadClass(name);
  }

  @Override
  public URL findResource(String name) {
    return name.startsWith(OUR_FILES) ? null : tomcat.getResource(name);
  }

  @Override
  public Enumeration<URL> findResources(String name) throws IOException {
    return name.startsWith(OUR_FILES) ? Collections.emptyEnumeration() : tomcat.getResources(name);
  }
}
