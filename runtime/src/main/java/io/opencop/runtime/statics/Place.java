package io.opencop.runtime.statics;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Which file a path means. Nothing outside the root is reachable, neither by the path nor by a
 * symbolic link in the folder, and nothing whose name begins with a dot: those are files of tools
 * ({@code .git}, {@code .env}), but for {@code .well-known} (RFC 8615).
 */
record Place(Path root) {
  private static final Pattern BROKEN_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** What a path leads to. */
  sealed interface Found {
    /** A file that may be read; {@code name} is its path below the root, with slashes. */
    record File(Path path, String name) implements Found {}

    /** A folder that was asked for without the slash at its end. */
    record Folder() implements Found {}

    record Nothing() implements Found {}

    /** A path that cannot be decoded. */
    record Garbage() implements Found {}
  }

  /**
   * @param raw the path as it was sent, without query
   */
  Found find(String raw) {
    if (!raw.startsWith("/") || BROKEN_PERCENT.matcher(raw).find()) {
      return new Found.Garbage();
    }
    // A plus is a plus in a path; the decoder is one for forms.
    String path = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    if (!clean(path)) {
      return new Found.Nothing();
    }
    try {
      Path file = root.resolve(path.substring(1));
      if (path.endsWith("/")) {
        return file(file.resolve("index.html"));
      }
      return Files.isDirectory(file) && inside(file) ? new Found.Folder() : file(file);
    } catch (InvalidPathException | IOException _) {
      return new Found.Nothing();
    }
  }

  /** A file of the site by its name; {@code Nothing} where there is none. */
  Found named(String name) {
    try {
      return file(root.resolve(name));
    } catch (IOException _) {
      return new Found.Nothing();
    }
  }

  private Found file(Path file) throws IOException {
    if (!Files.isRegularFile(file) || !inside(file)) {
      return new Found.Nothing();
    }
    String name = root.relativize(file.normalize()).toString().replace('\\', '/');
    return new Found.File(file, name);
  }

  private boolean inside(Path file) throws IOException {
    return file.toRealPath().startsWith(root);
  }

  private static boolean clean(String path) {
    if (path.indexOf('\\') >= 0 || path.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      return false;
    }
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      if (segments[i].isEmpty() ? !last : hidden(segments[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean hidden(String segment) {
    return segment.startsWith(".") && !segment.equals(".well-known");
  }
}
