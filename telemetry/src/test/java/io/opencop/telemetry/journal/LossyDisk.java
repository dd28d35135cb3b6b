package io.opencop.telemetry.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A disk that forgets, at a power cut, what was not forced: writes, and names whose folder was not
 * synced. The files are real ones, so that other readers see them too; what each unforced operation
 * changed is remembered and undone. A random part of it may survive, as on a real disk.
 */
public final class LossyDisk {
  private static final int SECTOR = 512;

  /** One unforced change of a file's content: at {@code at} stood {@code before}. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Change(long at, byte[] before, byte[] after, long sizeBefore) {}

  /** One unsynced change of a name in {@code dir}: {@code undo} takes it back. */
  private record NameChange(Path dir, Undo undo) {}

  private interface Undo {
    void run() throws IOException;
  }

  private final Path graveyard;
  private final RealFileLayer real = new RealFileLayer();
  private final Map<Path, List<Change>> unforced = new HashMap<>();
  private final List<NameChange> unsynced = new ArrayList<>();
  private Boot boot = new Boot();
  private int buried;
  private long operations;
  private int operationsLeft = Integer.MAX_VALUE;

  /**
   * @param graveyard a folder on the same file system, for files whose deletion may be undone
   */
  public LossyDisk(Path graveyard) {
    this.graveyard = graveyard;
  }

  /** The files as the running platform sees them; useless after the next cut or kill. */
  public synchronized FileLayer layer() {
    return boot;
  }

  /** The platform dies after so many more operations; {@link #kill} or a power cut must follow. */
  public synchronized void dieAfter(int operations) {
    operationsLeft = operations;
  }

  /** Whether {@link #dieAfter} has come true. */
  public synchronized boolean isDead() {
    return operationsLeft == 0;
  }

  /** Operations so far: which of them a crash can come between. */
  public synchronized long operations() {
    return operations;
  }

  /** The platform is killed, the machine runs on: nothing is lost, the old layer is dead. */
  public synchronized void kill() {
    reboot();
  }

  private void reboot() {
    boot = new Boot();
    operationsLeft = Integer.MAX_VALUE;
  }

  /** The power fails: a random part of what was not forced is lost. */
  public synchronized void powerCut(Random random) {
    reboot();
    try {
      for (var e : unforced.entrySet()) {
        lose(e.getKey(), e.getValue(), random);
      }
      unforced.clear();
      loseNames(random);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In each folder the last few changes are lost, in each as many as chance has it. */
  private void loseNames(Random random) throws IOException {
    Map<Path, Integer> kept = new HashMap<>();
    for (NameChange c : unsynced) {
      kept.merge(c.dir, 1, Integer::sum);
    }
    kept.replaceAll((_, n) -> random.nextInt(n + 1));
    List<NameChange> lost = new ArrayList<>();
    Map<Path, Integer> seen = new HashMap<>();
    for (NameChange c : unsynced) {
      if (seen.merge(c.dir, 1, Integer::sum) > kept.get(c.dir)) {
        lost.add(c);
      }
    }
    for (NameChange c : lost.reversed()) {
      // What was in a lost folder went with it.
      if (Files.isDirectory(c.dir)) {
        c.undo.run();
      }
    }
    unsynced.clear();
  }

  private static void deleteTree(Path dir) throws IOException {
    try (Stream<Path> all = Files.walk(dir)) {
      for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(p);
      }
    }
  }

  private void lose(Path file, List<Change> changes, Random random) throws IOException {
    byte[] image = Files.readAllBytes(file);
    for (Change c : changes.reversed()) {
      image = Arrays.copyOf(image, (int) Math.max(image.length, c.sizeBefore));
      System.arraycopy(c.before, 0, image, (int) c.at, c.before.length);
      image = Arrays.copyOf(image, (int) c.sizeBefore);
    }
    int mode = random.nextInt(3); // nothing survives, a prefix does, or any sectors do
    int prefix = random.nextInt(changes.size() + 1);
    for (int i = 0; mode > 0 && i < (mode == 1 ? prefix : changes.size()); i++) {
      Change c = changes.get(i);
      if (c.after == null) {
        image = Arrays.copyOf(image, (int) c.at);
        continue;
      }
      int survives = i == prefix - 1 && mode == 1 ? random.nextInt(c.after.length + 1) : -1;
      int length = mode == 1 && survives >= 0 ? survives : c.after.length;
      for (int from = 0; from < length; from += SECTOR) {
        if (mode == 1 || random.nextBoolean()) {
          int n = Math.min(SECTOR, length - from);
          image = Arrays.copyOf(image, (int) Math.max(image.length, c.at + from + n));
          System.arraycopy(c.after, from, image, (int) c.at + from, n);
        }
      }
    }
    Files.write(file, image);
  }

  private Path bury(Path file) throws IOException {
    Files.createDirectories(graveyard);
    Path grave = graveyard.resolve(Integer.toString(buried++));
    Files.move(file, grave);
    List<Change> changes = unforced.remove(file);
    if (changes != null) {
      unforced.put(grave, changes);
    }
    return grave;
  }

  private void moveState(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    List<Change> changes = unforced.remove(from);
    if (changes != null) {
      unforced.put(to, changes);
    }
  }

  private final class Boot implements FileLayer {
    private void alive() throws IOException {
      if (boot != this || operationsLeft == 0) {
        throw new IOException("the platform that asks was killed");
      }
      operationsLeft--;
      operations++;
    }

    @Override
    public void createDirectories(Path dir) throws IOException {
      synchronized (LossyDisk.this) {
        alive();
        for (Path d = dir; !Files.isDirectory(d); d = d.getParent()) {
          Path made = d;
          unsynced.add(new NameChange(d.getParent(), () -> deleteTree(made)));
        }
        real.createDirectories(dir);
      }
    }

    @Override
    public List<Path> list(Path dir) throws IOException {
      synchronized (LossyDisk.this) {
        alive();
        return real.list(dir);
      }
    }

    @Override
    public FileHandle create(Path file) throws IOException {
      synchronized (LossyDisk.this) {
        alive();
        FileHandle handle = real.create(file);
        created(file);
        return new Handle(file, handle);
      }
    }

    private void created(Path file) {
      unsynced.add(new NameChange(file.getParent(), () -> Files.deleteIfExists(file)));
    }

    @Override
    public FileHandle adopt(Path file) throws IOException {
      synchronized (LossyDisk.this) {
        alive();
        created(file);
        byte[] all = Files.readAllBytes(file);
        unforced.put(file, new ArrayList<>(List.of(new Change(0, new byte[0], all, 0))));
        return new Handle(file, real.open(file));
      }
    }

    @Override
    public FileHandle open(Path file) throws IOException {
      synchronized (LossyDisk.this) {
        alive();
        return new Handle(file, real.open(file));
      }
    }

    @Override
    public void delete(Path file) throws IOException {
      synchronized (LossyDisk.this) {
        alive();
        if (Files.exists(file)) {
          Path grave = bury(file);
          unsynced.add(new NameChange(file.getParent(), () -> moveState(grave, file)));
        }
      }
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
      synchronized (LossyDisk.this) {
        alive();
        Path grave = Files.exists(to) ? bury(to) : null;
        moveState(from, to);
        unsynced.add(
            new NameChange(
                to.getParent(),
                () -> {
                  moveState(to, from);
                  if (grave != null) {
                    moveState(grave, to);
                  }
                }));
      }
    }

    @Override
    public void syncDirectory(Path dir) throws IOException {
      synchronized (LossyDisk.this) {
        alive();
        unsynced.removeIf(c -> c.dir.equals(dir));
      }
    }

    @Override
    public long usableBytes(Path dir) throws IOException {
      return real.usableBytes(dir);
    }

    private final class Handle implements FileHandle {
      private final Path file;
      private final FileHandle handle;

      Handle(Path file, FileHandle handle) {
        this.file = file;
        this.handle = handle;
      }

      @Override
      public void write(ByteBuffer src, long position) throws IOException {
        synchronized (LossyDisk.this) {
          alive();
          long size = handle.size();
          byte[] after = new byte[src.remaining()];
          src.get(after);
          byte[] before = read(position, Math.clamp(size - position, 0, after.length));
          change(new Change(position, before, after, size));
          handle.write(ByteBuffer.wrap(after), position);
        }
      }

      @Override
      public void truncate(long to) throws IOException {
        synchronized (LossyDisk.this) {
          alive();
          long size = handle.size();
          if (to < size) {
            change(new Change(to, read(to, (int) (size - to)), null, size));
            handle.truncate(to);
          }
        }
      }

      private void change(Change c) {
        unforced.computeIfAbsent(file, _ -> new ArrayList<>()).add(c);
      }

      private byte[] read(long at, int n) throws IOException {
        ByteBuffer b = ByteBuffer.allocate(n);
        while (b.hasRemaining() && handle.read(b, at + b.position()) > 0) {
          // until all is read
        }
        return b.array();
      }

      @Override
      public int read(ByteBuffer dst, long position) throws IOException {
        synchronized (LossyDisk.this) {
          alive();
          return handle.read(dst, position);
        }
      }

      @Override
      public long size() throws IOException {
        synchronized (LossyDisk.this) {
          alive();
          return handle.size();
        }
      }

      @Override
      public void force() throws IOException {
        synchronized (LossyDisk.this) {
          alive();
          unforced.remove(file);
        }
      }

      @Override
      public void close() throws IOException {
        handle.close();
      }
    }
  }
}
