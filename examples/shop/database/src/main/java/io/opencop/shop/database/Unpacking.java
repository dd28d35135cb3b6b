package io.opencop.shop.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The right to unpack binaries into a folder; others wait for it. */
final class Unpacking implements AutoCloseable {
  private final FileChannel lockFile;

  private Unpacking(FileChannel lockFile) {
    this.lockFile = lockFile;
  }

  static Unpacking in(Path binaries) throws IOException {
    Files.createDirectories(binaries);
    FileChannel lockFile =
        FileChannel.open(
            binaries.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    lockFile.lock();
    Leftovers.sweepHalfUnpacked(binaries);
    return new Unpacking(lockFile);
  }

  /** Closing the file gives up the lock. */
  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
