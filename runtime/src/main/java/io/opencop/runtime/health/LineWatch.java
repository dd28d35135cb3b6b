package io.opencop.runtime.health;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Waits for a line in a growing file. Each byte is read once. */
final class LineWatch {
  /** A line longer than this is looked at in pieces. */
  private static final int PIECE = 64 * 1024;

  private final Path file;
  private final Pattern pattern;
  private final StringBuilder rest = new StringBuilder();
  private long position;
  private boolean seen;

  LineWatch(Path file, Pattern pattern) {
    this.file = file;
    this.pattern = pattern;
  }

  boolean seen() {
    if (seen) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer bytes = ByteBuffer.allocate(PIECE);
      while (!seen && channel.read(bytes, position) > 0) {
        position += bytes.position();
        look(bytes.flip());
        bytes.clear();
      }
    } catch (IOException e) {
      return false;
    }
    return seen;
  }

  private void look(ByteBuffer bytes) {
    // Korean letters cut in two at a piece's end are lost for the match, which is rare enough here.
    rest.append(StandardCharsets.UTF_8.decode(bytes));
    int end;
    while (!seen && (end = rest.indexOf("\n")) >= 0) {
      seen = pattern.matcher(rest.substring(0, end)).find();
      rest.delete(0, end + 1);
    }
    if (rest.length() > PIECE) {
      seen |= pattern.matcher(rest).find();
      rest.setLength(0);
    }
  }
}
