package io.opencop.telemetry.journal;

import io.opencop.telemetry.StoreHealth.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what earlier sessions left, in order: what is sound is delivered, the rest set aside. */
final class JournalReplay {
  private static final Logger log = LoggerFactory.getLogger(JournalReplay.class);

  private final JournalFiles files;
  private final JournalOptions options;
  private final long sealedUpTo;
  private final FileTable table;
  private final Quarantine quarantine;
  private final List<Problem> problems = new ArrayList<>();
  private final SortedMap<Long, FileHeader> headers = new TreeMap<>();
  private long sequence;
  private long next;
  private long quarantinedBytes;
  private long earlierSeed;

  JournalReplay(JournalFiles files, JournalOptions options, long sealedUpTo, FileTable table) {
    this.files = files;
    this.options = options;
    this.sealedUpTo = sealedUpTo;
    this.table = table;
    this.quarantine = new Quarantine(files.layer(), files.quarantine());
  }

  /**
   * Reads every header, before anything is changed.
   *
   * @throws JournalException where a file is of a newer format or of another key
   */
  void inspect() throws IOException {
    List<Long> numbers = files.numbers(JournalFiles.JOURNAL);
    for (long number : numbers) {
      FileHeader header = header(number);
      headers.put(number, header);
      if (header != null && header.hashSeed() != 0) {
        earlierSeed = header.hashSeed();
      }
    }
    for (var e : headers.entrySet()) {
      check(files.journal(e.getKey()), e.getValue());
    }
    dropEmptyTail();
    next = Math.max(sealedUpTo, headers.isEmpty() ? 0 : headers.lastKey()) + 1;
    reportMissing();
  }

  /** Number of the file to write next. */
  long next() {
    return next;
  }

  /** The hash seed that earlier sessions without a key wrote to their files, or 0. */
  long earlierSeed() throws IOException {
    return earlierSeed != 0 ? earlierSeed : HashFiles.earlierSeed(files);
  }

  /** Restores hashes and delivers frames; returns the last sequence given. */
  long run(Session session, HashFiles hashFiles, DedupWindow dedup, Consumer<Delivery> consumer)
      throws IOException {
    var hashes = new ContentHash.Function(session.hashSeed());
    restoreSealed(session, hashFiles, dedup);
    List<Long> numbers = new ArrayList<>(headers.tailMap(sealedUpTo + 1).keySet());
    try (ReadAhead<Delivery> ahead = new ReadAhead<>("journal-replay", 64 << 20)) {
      ahead.start(out -> {
        for (int i = 0; i < numbers.size(); i++) {
          long number = numbers.get(i);
          replay(number, session, hashes, dedup, out);
          long following = i + 1 < numbers.size() ? numbers.get(i + 1) : next;
          out.put(new Delivery.Rolled(number, following), 0);
        }
      });
      for (Delivery d = ahead.take(); d != null; d = ahead.take()) {
        consumer.accept(d);
      }
    }
    return sequence;
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  long quarantinedBytes() {
    return quarantinedBytes;
  }

  private FileHeader header(long number) throws IOException {
    try (FileHandle file = files.layer().open(files.journal(number))) {
      ByteBuffer b = ByteBuffer.allocate(FileHeader.BYTES);
      while (b.hasRemaining() && file.read(b, b.position()) > 0) {
        // until all is read
      }
      FileHeader header = b.hasRemaining() ? null : FileHeader.decode(b.array());
      return header != null && header.number() == number ? header : null;
    }
  }

  private void check(Path file, FileHeader header) throws JournalException {
    if (header == null) {
      return;
    }
    if (header.format() > FileHeader.FORMAT) {
      throw new JournalException(
          JournalException.Reason.NEWER_FORMAT,
          "%s has journal format %d; this version reads up to %d. Start the version that wrote it."
              .formatted(file, header.format(), FileHeader.FORMAT));
    }
    if (header.encrypted() && (options.key() == null || options.key().id() != header.keyId())) {
      throw new JournalException(
          JournalException.Reason.WRONG_KEY,
          "%s is encrypted with another key than the one configured. Restore the key file that"
                  .formatted(file)
              + " belongs to this data folder.");
    }
  }

  /**
   * The newest files may hold no frame: a start without traffic, or a crash right after the file
   * was made. Nothing in them was acknowledged; their numbers are used again.
   */
  private void dropEmptyTail() throws IOException {
    while (!headers.isEmpty() && headers.lastKey() > sealedUpTo) {
      long number = headers.lastKey();
      long size;
      try (FileHandle file = files.layer().open(files.journal(number))) {
        size = file.size();
      }
      boolean headerOnly = headers.get(number) != null && size <= FileHeader.BYTES;
      if (size != 0 && !headerOnly) {
        return;
      }
      files.layer().delete(files.journal(number));
      headers.remove(number);
    }
  }

  private void reportMissing() {
    long expected = sealedUpTo > 0 || headers.isEmpty() ? sealedUpTo + 1 : headers.firstKey();
    for (long number : headers.tailMap(sealedUpTo + 1).keySet()) {
      for (; expected < number; expected++) {
        problem("journal_file_missing", files.journal(expected).toString());
      }
      expected = number + 1;
    }
  }

  /** Files up to sealedUpTo are in segments already; only their hashes still matter. */
  private void restoreSealed(Session session, HashFiles hashFiles, DedupWindow dedup)
      throws IOException {
    List<Long> remembered = files.numbers(JournalFiles.HASHES);
    for (long number : remembered) {
      if (number > sealedUpTo) {
        // Its journal file will be replayed: remembering it as stored would lose it.
        files.layer().delete(files.hashes(number));
      } else {
        hashFiles.restore(number, dedup);
      }
    }
    for (var e : headers.headMap(sealedUpTo + 1).entrySet()) {
      long number = e.getKey();
      if (e.getValue() != null && !remembered.contains(number)) {
        long from = dedup.position();
        restoreHashes(number, e.getValue(), session, dedup);
        hashFiles.write(number, dedup.entries(from, Long.MAX_VALUE));
        files.layer().syncDirectory(files.dir());
      }
      files.layer().delete(files.journal(number));
    }
  }

  private void restoreHashes(long number, FileHeader header, Session session, DedupWindow dedup)
      throws IOException {
    if (header.hashSeed() != session.storedSeed() || header.keyId() != session.keyId()) {
      return;
    }
    try (FileHandle file = files.layer().open(files.journal(number))) {
      new FrameScanner(file, header.marker())
          .scan(
              new FrameScanner.Sink() {
                @Override
                public boolean frame(FrameHeader h, byte[] bytes, int at) {
                  dedup.restore(new ContentHash(h.hashHi(), h.hashLo()), h.receivedNanos());
                  return true;
                }

                @Override
                public void damaged(long from, long to, boolean tail) {
                  // Its frames are in sealed segments.
                }
              });
    }
  }

  private void replay(
      long number,
      Session session,
      ContentHash.Function hashes,
      DedupWindow dedup,
      ReadAhead.Out<Delivery> out)
      throws IOException, InterruptedException {
    FileHeader header = headers.get(number);
    long dedupFrom = dedup.position();
    try (FileHandle file = files.layer().open(files.journal(number))) {
      if (header == null) {
        setAside(file, number, 0, file.size(), "journal_header_corrupt");
        table.put(number, new FileTable.Entry(file.size(), 0, dedupFrom));
        return;
      }
      boolean sameHashes =
          header.hashSeed() == session.storedSeed() && header.keyId() == session.keyId();
      try (FrameDecoder decoder =
          new FrameDecoder(
              header.encrypted() ? options.key().payloadKey(header.salt().bytes()) : null)) {
        var sink =
            new FrameScanner.Sink() {
              private long frames;
              private long tornFrom = -1;

              @Override
              public boolean frame(FrameHeader h, byte[] bytes, int at) throws IOException {
                byte[] payload = decoder.decode(h, bytes, at);
                if (payload == null) {
                  return false;
                }
                FrameKind kind = FrameKind.of(h.kind());
                ContentHash hash =
                    sameHashes
                        ? new ContentHash(h.hashHi(), h.hashLo())
                        : hashes.hash(kind, payload);
                frames++;
                if (dedup.restore(hash, h.receivedNanos())) {
                  out.put(
                      new Delivery.Frame(
                          number, ++sequence, kind, h.receivedNanos(), h.items(), payload),
                      payload.length);
                } else {
                  log.info("Journal file {}: a frame stored twice was left out", number);
                }
                return true;
              }

              @Override
              public void damaged(long from, long to, boolean tail) throws IOException {
                setAside(
                    file, number, from, to, tail ? "journal_tail_torn" : "journal_frame_corrupt");
                tornFrom = tail ? from : -1;
              }
            };
        new FrameScanner(file, header.marker()).scan(sink);
        if (sink.tornFrom >= 0) {
          file.truncate(sink.tornFrom);
        }
        // After a mere kill these bytes may still be in memory only, and from here on a request
        // sent again is acknowledged because of them.
        file.force();
        table.put(number, new FileTable.Entry(file.size(), sink.frames, dedupFrom));
      }
    }
  }

  private void setAside(FileHandle file, long number, long from, long to, String code)
      throws IOException {
    Path aside = quarantine.copy(file, number, from, to);
    quarantinedBytes += to - from;
    problem(code, files.journal(number).toString(), Long.toString(to - from), aside.toString());
  }

  private void problem(String code, String... args) {
    log.warn("{} {}", code, List.of(args));
    synchronized (problems) {
      problems.add(new Problem(code, List.of(args), Instant.now()));
    }
  }
}
