package io.opencop.sessions.was;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes WARs. */
final class Archive {
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  Archive with(String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Archive with(String name, Archive library) {
    entries.put(name, library.bytes());
    return this;
  }

  /** As a web.xml of that version has it; what else there is in it. */
  Archive webXml(String version, String inside) {
    String space =
        Double.parseDouble(version) < 5
            ? "http://xmlns.jcp.org/xml/ns/javaee"
            : "https://jakarta.ee/xml/ns/jakartaee";
    return with(
        "WEB-INF/web.xml",
        "<web-app xmlns='" + space + "' version='" + version + "'>" + inside + "</web-app>");
  }

  Path write(Path file) throws IOException {
    return Files.write(file, bytes());
  }

  private byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
