package io.opencop.bench.failover;

import io.opencop.bench.target.BenchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs the application as any build would: a descriptor of Servlet 6.0 and one class. */
final class War {
  /** By name: where the benchmark runs there is no servlet library it could be loaded with. */
  private static final String NAME = War.class.getPackageName() + ".app.CounterServlet";

  private static final String CLASS = NAME.replace('.', '/') + ".class";

  private static final String DESCRIPTOR =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0" metadata-complete="true">
        <servlet>
          <servlet-name>counter</servlet-name>
          <servlet-class>%s</servlet-class>
        </servlet>
        <servlet-mapping>
          <servlet-name>counter</servlet-name>
          <url-pattern>/</url-pattern>
        </servlet-mapping>
        <session-config>
          <session-timeout>120</session-timeout>
        </session-config>
      </web-app>
      """
          .formatted(NAME);

  private War() {}

  /**
   * @param release in the archive, so that each has a digest of its own
   */
  static Path write(Path folder, int release) {
    Path file = folder.resolve("failover-" + release + ".war");
    try (InputStream code = War.class.getClassLoader().getResourceAsStream(CLASS);
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(out, "WEB-INF/web.xml", DESCRIPTOR.getBytes(StandardCharsets.UTF_8));
      entry(out, "WEB-INF/classes/" + CLASS, code.readAllBytes());
      entry(out, "release.txt", Integer.toString(release).getBytes(StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      throw new BenchException("the application could not be packed: " + e.getMessage(), e);
    }
  }

  private static void entry(ZipOutputStream out, String name, byte[] bytes) {
    try {
      out.putNextEntry(new ZipEntry(name));
      out.write(bytes);
      out.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
