package io.opencop.telemetry.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The content hashes of journal files that were deleted: one small file each, so that a request
 * sent again after a restart is recognised although its journal file is gone. Big-endian: magic
 * (8), format (4), entries (4), hash seed (8), key id (8), entries of hi, lo, received time (24
 * each), CRC32C (4).
 */
final class HashFiles {
  private static final Logger log = LoggerFactory.getLogger(HashFiles.class);
  private static final long MAGIC = 0x4F43_4F50_4841_5348L; // "OCOPHASH"
  private static final int FORMAT = 1;
  private static final int FORMAT_AT = 8;
  private static final int COUNT_AT = 12;
  private static final int SEED_AT = 16;
  private static final int KEY_AT = 24;
  private static final int HEAD = 32;

  private final JournalFiles files;
  private final Session session;
  private final long windowNanos;

  HashFiles(JournalFiles files, Session session, long windowNanos) {
    this.files = files;
    this.session = session;
    this.windowNanos = windowNanos;
  }

  /** Writes atomically; the folder is synced by the caller. Entries are triples hi, lo, time. */
  void write(long number, long[] entries) throws IOException {
    ByteBuffer b = ByteBuffer.allocate(HEAD + entries.length * 8 + 4);
    b.putLong(MAGIC).putInt(FORMAT).putInt(entries.length / 3);
    b.putLong(session.storedSeed()).putLong(session.keyId());
    b.asLongBuffer().put(entries);
    CRC32C crc = new CRC32C();
    crc.update(b.array(), 0, b.capacity() - 4);
    b.putInt(b.capacity() - 4, (int) crc.getValue()).rewind();
    Path target = files.hashes(number);
    Path tmp = target.resolveSibling(target.getFileName() + JournalFiles.TEMPORARY);
    files.layer().delete(tmp);
    try (FileHandle out = files.layer().create(tmp)) {
      out.write(b, 0);
      out.force();
    }
    files.layer().replace(tmp, target);
  }

  /** Feeds what a file remembers to the window; a damaged or foreign file is left out. */
  void restore(long number, DedupWindow dedup) throws IOException {
    long[] entries = read(number);
    for (int i = 0; i < entries.length; i += 3) {
      dedup.restore(new ContentHash(entries[i], entries[i + 1]), entries[i + 2]);
    }
  }

  /** Deletes the files nobody can need any more: all their entries are older than the window. */
  void expire(long nowNanos) throws IOException {
    for (long number : files.numbers(JournalFiles.HASHES)) {
      long[] entries = read(number);
      long newest = Long.MIN_VALUE;
      for (int i = 2; i < entries.length; i += 3) {
        newest = Math.max(newest, entries[i]);
      }
      if (entries.length > 0 && newest >= nowNanos - windowNanos) {
        return;
      }
      files.layer().delete(files.hashes(number));
    }
  }

  /** The seed in the newest file that carries one, or 0. */
  static long earlierSeed(JournalFiles files) throws IOException {
    for (long number : files.numbers(JournalFiles.HASHES).reversed()) {
      ByteBuffer b = load(files, number);
      if (b != null && b.getLong(SEED_AT) != 0) {
        return b.getLong(SEED_AT);
      }
    }
    return 0;
  }

  private long[] read(long number) throws IOException {
    ByteBuffer b = load(files, number);
    if (b == null
        || b.getLong(SEED_AT) != session.storedSeed()
        || b.getLong(KEY_AT) != session.keyId()) {
      return new long[0];
    }
    long[] entries = new long[3 * b.getInt(COUNT_AT)];
    b.position(HEAD).asLongBuffer().get(entries);
    return entries;
  }

  /** Returns a file's bytes, or null where it is damaged. */
  private static ByteBuffer load(JournalFiles files, long number) throws IOException {
    try (FileHandle file = files.layer().open(files.hashes(number))) {
      byte[] bytes = new byte[(int) Math.min(file.size(), Integer.MAX_VALUE - 8)];
      ByteBuffer b = ByteBuffer.wrap(bytes);
      while (b.hasRemaining() && file.read(b, b.position()) > 0) {
        // until all is read
      }
      b.flip();
      CRC32C crc = new CRC32C();
      crc.update(bytes, 0, Math.max(0, b.limit() - 4));
      boolean sound =
          b.limit() >= HEAD + 4
              && b.getInt(b.limit() - 4) == (int) crc.getValue()
              && b.getLong(0) == MAGIC
              && b.getInt(FORMAT_AT) == FORMAT
              && b.limit() == HEAD + 24 * b.getInt(COUNT_AT) + 4;
      if (!sound) {
        log.warn("{} is damaged; requests sent again may be stored twice", files.hashes(number));
      }
      return sound ? b : null;
    }
  }
}
