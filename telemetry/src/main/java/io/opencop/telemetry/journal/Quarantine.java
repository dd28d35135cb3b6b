package io.opencop.telemetry.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets damaged bytes aside, so that nothing is thrown away that a person might want to look at. */
final class Quarantine {
  private static final Logger log = LoggerFactory.getLogger(Quarantine.class);

  private final FileLayer layer;
  private final Path dir;

  Quarantine(FileLayer layer, Path dir) {
    this.layer = layer;
    this.dir = dir;
  }

  /** Copies bytes [from, to) of a file. The name tells which, so doing it again changes nothing. */
  Path copy(FileHandle source, long number, long from, long to) throws IOException {
    layer.createDurably(dir);
    Path target = dir.resolve(JournalFiles.name(number) + "-" + from + "-" + to + ".bytes");
    if (layer.list(dir).contains(target)) {
      return target;
    }
    Path tmp = dir.resolve(target.getFileName() + JournalFiles.TEMPORARY);
    layer.delete(tmp);
    try (FileHandle out = layer.create(tmp)) {
      ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
      long at = from;
      while (at < to) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), to - at));
        if (source.read(buffer, at) <= 0) {
          break;
        }
        int n = buffer.flip().remaining();
        out.write(buffer, at - from);
        at += n;
      }
      out.force();
    }
    layer.replace(tmp, target);
    layer.syncDirectory(dir);
    log.warn("Journal file {}: bytes {} to {} set aside in {}", number, from, to, target);
    return target;
  }
}
