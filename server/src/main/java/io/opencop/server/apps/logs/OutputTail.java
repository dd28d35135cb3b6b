package io.opencop.server.apps.logs;

import io.opencop.model.Signal;
import io.opencop.telemetry.AppendException;
import io.opencop.telemetry.TelemetryWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what one instance prints to the store: every line once, over restarts too. */
final class OutputTail {
  private static final Logger LOG = LoggerFactory.getLogger(OutputTail.class);
  private static final int BATCH = 1 << 20;
  private static final long QUIET_NANOS = Duration.ofMillis(500).toNanos();
  private static final long WAIT_SECONDS = 20;

  private final Path output;
  private final Path kept;
  private final String service;
  private final String instance;
  private final TelemetryWriter store;
  private final SpentOutput spent;
  private Progress progress;
  private long seenSize = -1;
  private long seenAt;

  /**
   * @param folder the instance's own
   */
  OutputTail(Path folder, String service, String instance, TelemetryWriter store)
      throws IOException {
    this.output = folder.resolve("out.log");
    this.kept = folder.resolve("shipped");
    this.service = service;
    this.instance = instance;
    this.store = store;
    this.spent = new SpentOutput(output);
    this.progress = Progress.read(kept);
  }

  /**
   * Sends the next batch, if there is one.
   *
   * @param ended whether nothing more will be printed
   * @return whether there may be more at once
   */
  boolean step(boolean ended, String version) throws IOException {
    if (progress.pending()) {
      send(read(progress.from(), (int) (progress.to() - progress.from())));
      return true;
    }
    if (!Files.exists(output)) {
      return false;
    }
    long size = Files.size(output);
    if (size <= progress.from()) {
      return false;
    }
    int length = (int) Math.min(BATCH, size - progress.from());
    boolean toTheEnd = progress.from() + length == size;
    byte[] bytes = read(progress.from(), length);
    Splitter.Cut cut = Splitter.cut(bytes, length, toTheEnd && (ended || quiet(size)));
    if (cut.end() == 0) {
      return false;
    }
    progress =
        new Progress(
            progress.from(), progress.from() + cut.end(), System.currentTimeMillis(), version);
    progress.write(kept);
    send(Arrays.copyOf(bytes, cut.end()));
    return !toTheEnd;
  }

  /** Whether nothing was printed for a while: then the last line is not going to go on. */
  private boolean quiet(long size) {
    if (size != seenSize) {
      seenSize = size;
      seenAt = System.nanoTime();
      return false;
    }
    return System.nanoTime() - seenAt >= QUIET_NANOS;
  }

  private void send(byte[] batch) throws IOException {
    var records = Splitter.cut(batch, batch.length, true).records();
    if (!records.isEmpty()) {
      byte[] request =
          LogRequest.of(service, instance, progress.version(), records, progress.millis());
      try {
        store.append(Signal.LOGS, request).orTimeout(WAIT_SECONDS, TimeUnit.SECONDS).join();
      } catch (CompletionException e) {
        if (!(e.getCause() instanceof AppendException refused) || refused.reason().retryable()) {
          throw new IOException("not stored yet, sent again soon: " + e.getCause(), e);
        }
        LOG.error("{} records of {} were refused for good", records.size(), instance, e.getCause());
      }
    }
    progress = progress.done();
    progress.write(kept);
    spent.upTo(progress.from());
  }

  private byte[] read(long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    try (FileChannel channel = FileChannel.open(output)) {
      int read = 0;
      while (bytes.hasRemaining() && read >= 0) {
        read = channel.read(bytes, from + bytes.position());
      }
    }
    if (bytes.hasRemaining()) {
      throw new IOException(output + " has become shorter");
    }
    return bytes.array();
  }
}
