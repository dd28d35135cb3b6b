package io.opencop.shop.launcher.changes;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A service's feature flags; the service reads the file again every second. */
final class FlagFile {
  private FlagFile() {}

  /** Sets one flag; replaces the file in one step, so that no reader sees half of it. */
  static synchronized void set(Path file, String flag, boolean on) throws IOException {
    Properties read = new Properties();
    if (Files.exists(file)) {
      read.load(new StringReader(Files.readString(file)));
    }
    read.setProperty(flag, String.valueOf(on));
    Map<String, String> sorted = new TreeMap<>();
    read.stringPropertyNames().forEach(name -> sorted.put(name, read.getProperty(name)));
    StringBuilder text = new StringBuilder();
    sorted.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(next, text, StandardCharsets.UTF_8);
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
