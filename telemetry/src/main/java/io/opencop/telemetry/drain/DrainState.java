package io.opencop.telemetry.drain;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A {@link Drain} as bytes, to be stored with what was made with it: replaying what came after
 * gives the same ids again. The caller protects the bytes by a checksum.
 */
public final class DrainState {
  private static final int FORMAT = 1;

  private DrainState() {}

  /** For the thread that adds lines. */
  public static byte[] toBytes(Drain drain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(FORMAT);
      out.writeLong(drain.lastId());
      out.writeInt(drain.services().size());
      for (ServiceTemplates service : drain.services()) {
        out.writeUTF(service.name());
        out.writeLong(service.folded());
        out.writeLong(service.other() == null ? 0 : service.other().id());
        out.writeInt(service.all().size());
        for (Template t : service.all()) {
          write(out, t);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Fills a new drain.
   *
   * @throws IOException where the bytes are of a newer format or no state
   */
  public static void restore(Drain drain, byte[] state) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
      int format = in.readInt();
      if (format != FORMAT) {
        throw new IOException(
            "Log templates have format %d; this version reads up to %d.".formatted(format, FORMAT));
      }
      drain.restoreLastId(in.readLong());
      int services = in.readInt();
      for (int i = 0; i < services; i++) {
        readService(in, drain);
      }
    }
  }

  private static void readService(DataInputStream in, Drain drain) throws IOException {
    ServiceTemplates service = drain.service(in.readUTF());
    service.restoreFolded(in.readLong());
    long other = in.readLong();
    if (other != 0) {
      service.restore(ServiceTemplates.other(other, service.name()), true);
    }
    int templates = in.readInt();
    long[] ids = new long[templates];
    long[] into = new long[templates];
    for (int i = 0; i < templates; i++) {
      ids[i] = in.readLong();
      into[i] = in.readLong();
      service.restore(read(in, ids[i], service.name()), false);
    }
    for (int i = 0; i < templates; i++) {
      if (into[i] != 0) {
        service.restoreMerged(drain.template(ids[i]), drain.template(into[i]));
      }
    }
  }

  private static void write(DataOutputStream out, Template t) throws IOException {
    out.writeLong(t.id());
    out.writeLong(t.merged() ? t.current().id() : 0);
    out.writeByte(t.tokens.length);
    for (int i = 0; i < t.tokens.length; i++) {
      out.writeUTF(t.between[i]);
      out.writeLong(t.tokens[i]);
      if (t.words[i] != null) {
        out.writeUTF(t.words[i]);
      }
    }
    out.writeUTF(t.between[t.tokens.length]);
  }

  private static Template read(DataInputStream in, long id, String service) throws IOException {
    int n = in.readUnsignedByte();
    long[] tokens = new long[n];
    String[] words = new String[n];
    String[] between = new String[n + 1];
    for (int i = 0; i < n; i++) {
      between[i] = in.readUTF();
      tokens[i] = in.readLong();
      words[i] = tokens[i] == Tokens.VALUE ? null : in.readUTF();
    }
    between[n] = in.readUTF();
    return new Template(id, service, tokens, words, between);
  }
}
