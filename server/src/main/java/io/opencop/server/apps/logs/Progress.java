package io.opencop.server.apps.logs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How far an instance's output has been sent. Written before a batch is sent and after it was
 * acknowledged: whoever starts after a crash in between sends the same batch again, byte for byte.
 *
 * @param from everything before is in the store
 * @param to end of the batch that is being sent; from where none is
 * @param millis the time that batch was given
 * @param version service.version it was given
 */
record Progress(long from, long to, long millis, String version) {
  static final Progress NONE = new Progress(0, 0, 0, "");

  boolean pending() {
    return to > from;
  }

  Progress done() {
    return new Progress(to, to, millis, version);
  }

  /** From the start of the file where none is kept. */
  static Progress read(Path file) throws IOException {
    try {
      String[] words = Files.readString(file).strip().split(" ", 4);
      return new Progress(
          Long.parseLong(words[0]),
          Long.parseLong(words[1]),
          Long.parseLong(words[2]),
          words.length > 3 ? words[3] : "");
    } catch (NoSuchFileException e) {
      return NONE;
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IOException(file + " is damaged", e);
    }
  }

  /**
   * Survives the death of this process; not forced to disk, which a batch every second is not
   * worth.
   */
  void write(Path file) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(next, from + " " + to + " " + millis + " " + version);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
