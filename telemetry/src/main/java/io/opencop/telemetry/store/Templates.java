package io.opencop.telemetry.store;

import io.opencop.telemetry.drain.Drain;
import io.opencop.telemetry.drain.DrainState;
import io.opencop.telemetry.drain.ServiceTemplates;
import io.opencop.telemetry.drain.Template;
import io.opencop.telemetry.ingest.TemplateMiner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.CRC32C;

/**
 * The log templates of a store: mined by {@link Drain}, with when each was first seen and a line
 * that made it. The builder's thread adds; anybody may look up.
 */
final class Templates implements TemplateMiner {
  private static final int MAGIC = 0x434f5054; // "COPT"
  private static final int FORMAT = 1;
  private static final int EXAMPLE = 2_000;

  private final Drain drain = new Drain();
  private String lastService;
  private ServiceTemplates lastTemplates;
  private final LongAdder foldedServices = new LongAdder();
  private final Map<Long, Seen> seen = new ConcurrentHashMap<>();

  private record Seen(long firstNanos, String example) {}

  /**
   * A template as it is shown.
   *
   * @param id of the template it is part of now
   */
  record Known(long id, String text, long firstSeenNanos, String example) {}

  static Templates restore(Path dir, String file) throws IOException {
    Templates templates = new Templates();
    if (file != null) {
      templates.read(Files.readAllBytes(dir.resolve(file)), file);
    }
    return templates;
  }

  @Override
  public long template(String service, byte[] buf, int off, int len, long timeNanos) {
    // The lines of one resource come together: the last answer saves nearly every look-up, and
    // unlike a map of all names ever seen it cannot grow.
    if (!service.equals(lastService)) {
      lastService = service;
      lastTemplates = drain.service(service);
    }
    if (lastTemplates.isOthers()) {
      foldedServices.increment();
    }
    Template template = lastTemplates.add(buf, off, len);
    Seen before = seen.get(template.id());
    if (before == null || timeNanos < before.firstNanos()) {
      String example =
          before == null
              ? new String(buf, off, Math.min(len, EXAMPLE), StandardCharsets.UTF_8)
              : before.example();
      seen.put(template.id(), new Seen(timeNanos, example));
    }
    return template.id();
  }

  /** Null where there is no such template. */
  Known known(long id) {
    Template template = drain.template(id);
    Seen own = seen.get(id);
    if (template == null || own == null) {
      return null;
    }
    Template now = template.current();
    Seen joined = seen.getOrDefault(now.id(), own);
    return new Known(
        now.id(), now.text(), Math.min(own.firstNanos(), joined.firstNanos()), joined.example());
  }

  /** All ids whose lines belong to this template by now. */
  List<Long> partsOf(long id) {
    List<Long> parts = new ArrayList<>(List.of(id));
    for (Long other : seen.keySet()) {
      Template template = drain.template(other);
      if (other != id && template != null && template.current().id() == id) {
        parts.add(other);
      }
    }
    return parts;
  }

  /** Lines that went to "(other)" because a service has too many templates. */
  long folded() {
    return drain.folded();
  }

  /** Services whose templates are kept apart. */
  int serviceLimit() {
    return drain.serviceLimit();
  }

  /** Lines of services beyond that: they share one set of templates. */
  long foldedServices() {
    return foldedServices.sum();
  }

  /** Everything as bytes; for the thread that adds. */
  byte[] toBytes() {
    byte[] state = DrainState.toBytes(drain);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(state.length + 1024);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(state.length);
      out.write(state);
      out.writeInt(seen.size());
      for (Map.Entry<Long, Seen> e : seen.entrySet()) {
        byte[] example = e.getValue().example().getBytes(StandardCharsets.UTF_8);
        out.writeLong(e.getKey());
        out.writeLong(e.getValue().firstNanos());
        out.writeInt(example.length);
        out.write(example);
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Writes what {@link #toBytes} gave; returns the file's name. */
  static String write(SealedFiles files, long slice, byte[] state) throws IOException {
    String name = "templates-" + slice + ".bin";
    CRC32C crc = new CRC32C();
    crc.update(state);
    ByteBuffer head = ByteBuffer.allocate(12).putInt(MAGIC).putInt(FORMAT);
    files.write(name, head.putInt((int) crc.getValue()).array(), state);
    return name;
  }

  private void read(byte[] file, String name) throws IOException {
    ByteBuffer head = ByteBuffer.wrap(file);
    CRC32C crc = new CRC32C();
    crc.update(file, 12, Math.max(0, file.length - 12));
    if (file.length < 12 || head.getInt() != MAGIC) {
      throw new IOException(name + " is no file of log templates");
    }
    int format = head.getInt();
    if (format != FORMAT) {
      throw new IOException(
          name
              + " has format "
              + format
              + ", this program reads "
              + FORMAT
              + ". Start a newer OpenCOP.");
    }
    if (head.getInt() != (int) crc.getValue()) {
      throw new IOException(name + " is damaged. Restore the data folder from a backup.");
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(file, 12, file.length - 12));
    byte[] state = new byte[in.readInt()];
    in.readFully(state);
    DrainState.restore(drain, state);
    for (int n = in.readInt(); n > 0; n--) {
      long id = in.readLong();
      long first = in.readLong();
      byte[] example = new byte[in.readInt()];
      in.readFully(example);
      seen.put(id, new Seen(first, new String(example, StandardCharsets.UTF_8)));
    }
  }
}
