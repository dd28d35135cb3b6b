package io.opencop.telemetry.journal;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Keeps a second platform off a data folder. The operating system lets go when we die. */
public final class DataFolderLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolderLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** The folder is in use. */
  public static final class InUseException extends IOException {
    private static final long serialVersionUID = 1L;
    private final String holder;

    InUseException(Path dir, String holder) {
      super("The data folder " + dir + " is in use by " + holder + ".");
      this.holder = holder;
    }

    /** Who has it, e.g. {@code process 4711 on host web1, started 2026-01-31T10:00:00Z}. */
    public String holder() {
      return holder;
    }
  }

  /**
   * @throws InUseException where another process, or this one, has the folder
   */
  public static DataFolderLock acquire(Path dir) throws IOException {
    Files.createDirectories(dir);
    // The lock covers a byte far behind the text: Windows would not let others read a locked range.
    FileChannel channel =
        FileChannel.open(
            dir.resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
      if (lock == null) {
        throw new InUseException(dir, read(channel));
      }
      write(channel);
      return new DataFolderLock(channel, lock);
    } catch (OverlappingFileLockException e) {
      throw new InUseException(dir, read(channel));
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
  }

  private static void write(FileChannel channel) throws IOException {
    Instant started = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    String text =
        "process %d on host %s, started %s"
            .formatted(
                ProcessHandle.current().pid(), host(), started.truncatedTo(ChronoUnit.SECONDS));
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer b = ByteBuffer.allocate(512);
    channel.read(b, 0);
    String text = new String(b.array(), 0, b.position(), StandardCharsets.UTF_8);
    return text.isBlank() ? "another process that is just starting" : text;
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      lock.release();
    }
  }
}
