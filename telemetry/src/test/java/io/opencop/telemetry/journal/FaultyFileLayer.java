package io.opencop.telemetry.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Another layer with faults that a test switches on and off. */
public final class FaultyFileLayer implements FileLayer {
  private final FileLayer inner;

  /** Bytes that may still be written; a write beyond writes what fits and fails. */
  public final AtomicLong room = new AtomicLong(Long.MAX_VALUE);

  public volatile boolean failForce;

  /** Runs before every force, on the thread that forces. */
  public volatile Hook beforeForce = () -> {};

  /** Nothing is forced: for tests that open a journal a thousand times and lose no power. */
  public volatile boolean lazy;

  public volatile boolean failTruncate;
  public volatile boolean failCreate;

  /** What {@link #usableBytes} answers; negative for the truth. */
  public volatile long usable = -1;

  /** Something a test does in the middle. */
  public interface Hook {
    void run() throws InterruptedException;
  }

  public FaultyFileLayer(FileLayer inner) {
    this.inner = inner;
  }

  @Override
  public void createDirectories(Path dir) throws IOException {
    inner.createDirectories(dir);
  }

  @Override
  public List<Path> list(Path dir) throws IOException {
    return inner.list(dir);
  }

  @Override
  public FileHandle create(Path file) throws IOException {
    if (failCreate) {
      throw new IOException("No space left on device");
    }
    return new Handle(inner.create(file));
  }

  @Override
  public FileHandle open(Path file) throws IOException {
    return new Handle(inner.open(file));
  }

  @Override
  public FileHandle adopt(Path file) throws IOException {
    return new Handle(inner.adopt(file));
  }

  @Override
  public void delete(Path file) throws IOException {
    inner.delete(file);
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    inner.replace(from, to);
  }

  @Override
  public void syncDirectory(Path dir) throws IOException {
    if (!lazy) {
      inner.syncDirectory(dir);
    }
  }

  @Override
  public long usableBytes(Path dir) throws IOException {
    return usable >= 0 ? usable : inner.usableBytes(dir);
  }

  private final class Handle implements FileHandle {
    private final FileHandle handle;

    Handle(FileHandle handle) {
      this.handle = handle;
    }

    @Override
    public void write(ByteBuffer src, long position) throws IOException {
      int all = src.remaining();
      int fits = (int) Math.min(all, room.get());
      ByteBuffer part = src.duplicate().limit(src.position() + fits);
      handle.write(part, position);
      room.addAndGet(-fits);
      src.position(src.position() + fits);
      if (fits < all) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public int read(ByteBuffer dst, long position) throws IOException {
      return handle.read(dst, position);
    }

    @Override
    public long size() throws IOException {
      return handle.size();
    }

    @Override
    public void truncate(long size) throws IOException {
      if (failTruncate) {
        throw new IOException("Input/output error");
      }
      handle.truncate(size);
    }

    @Override
    public void force() throws IOException {
      try {
        beforeForce.run();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      if (failForce) {
        throw new IOException("Input/output error");
      }
      if (!lazy) {
        handle.force();
      }
    }

    @Override
    public void close() throws IOException {
      handle.close();
    }
  }
}
