package io.opencop.sessions.manager.statistics;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records as bytes: a letter for the kind, a number for the format. A reader ignores what it does
 * not know; a writer only ever adds at the end.
 */
public final class RecordFormat {
  private static final int INSTANCE = 'I';
  private static final int GROUP = 'G';
  private static final int NUMBER = 1;
  private static final int LONGEST_REASON = 500;

  private RecordFormat() {}

  private interface Body {
    void write(DataOutputStream out) throws IOException;
  }

  private static byte[] bytes(int kind, Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(kind);
      out.writeByte(NUMBER);
      body.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static byte[] write(InstanceRecord r) {
    return bytes(
        INSTANCE,
        out -> {
          out.writeUTF(r.app());
          out.writeUTF(r.group());
          out.writeUTF(r.instance());
          out.writeLong(r.startedMillis());
          out.writeLong(r.atMillis());
          out.writeShort(r.totals().size());
          for (long total : r.totals()) {
            out.writeLong(total);
          }
          out.writeInt(r.activeSessions());
          out.writeInt(r.activeUsers());
          String reason = r.degraded();
          out.writeUTF(reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
          r.lookup().write(out);
          r.write().write(out);
          r.size().write(out);
          AttributeWeight.write(r.heaviest(), out);
        });
  }

  public static byte[] write(GroupRecord r) {
    return bytes(
        GROUP,
        out -> {
          out.writeUTF(r.group());
          out.writeLong(r.atMillis());
          out.writeLong(r.tookMillis());
          out.writeLong(r.sessions());
          out.writeLong(r.active());
          out.writeLong(r.signedIn());
          out.writeLong(r.users());
          out.writeLong(r.activeUsers());
          out.writeLong(r.unreadable());
          r.size().write(out);
          AttributeWeight.write(r.heaviest(), out);
        });
  }

  /** Empty where it is of another kind or of a later format. */
  public static Optional<InstanceRecord> instance(byte[] bytes) throws IOException {
    DataInputStream in = in(bytes, INSTANCE);
    return in == null ? Optional.empty() : Optional.of(readInstance(in));
  }

  /** Empty where it is of another kind or of a later format. */
  public static Optional<GroupRecord> group(byte[] bytes) throws IOException {
    DataInputStream in = in(bytes, GROUP);
    return in == null ? Optional.empty() : Optional.of(readGroup(in));
  }

  private static DataInputStream in(byte[] bytes, int kind) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    return in.readUnsignedByte() == kind && in.readUnsignedByte() <= NUMBER ? in : null;
  }

  private static InstanceRecord readInstance(DataInputStream in) throws IOException {
    String app = in.readUTF();
    String group = in.readUTF();
    String instance = in.readUTF();
    long started = in.readLong();
    long at = in.readLong();
    int count = in.readUnsignedShort();
    List<Long> totals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      totals.add(in.readLong());
    }
    return new InstanceRecord(
        app,
        group,
        instance,
        started,
        at,
        totals,
        in.readInt(),
        in.readInt(),
        in.readUTF(),
        Counted.read(in),
        Counted.read(in),
        Counted.read(in),
        AttributeWeight.read(in));
  }

  private static GroupRecord readGroup(DataInputStream in) throws IOException {
    return new GroupRecord(
        in.readUTF(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        Counted.read(in),
        AttributeWeight.read(in));
  }
}
