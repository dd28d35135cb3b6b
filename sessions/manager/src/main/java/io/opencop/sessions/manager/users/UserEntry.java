package io.opencop.sessions.manager.users;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The sessions of one user in one app, oldest first. Changed by compare-and-swap only, which is
 * what makes the order of two log-ins everywhere the same.
 *
 * <pre>
 * byte 'U', byte 1                          format
 * short slots, each: utf id, long since     what follows is ignored
 * </pre>
 */
public record UserEntry(List<Slot> slots) {
  private static final int MARK = 'U';
  private static final int NUMBER = 1;

  /** A session that was claimed is believed to be on its way into the grid for so long. */
  private static final long CLAIM_MILLIS = 30_000;

  /** Beyond that the oldest are forgotten here; the sessions themselves live on. */
  private static final int MOST = 1_000;

  public static final UserEntry NONE = new UserEntry(List.of());

  /**
   * One session.
   *
   * @param since when it was claimed, in milliseconds of the epoch
   */
  public record Slot(String id, long since) {
    /** Whether it may be on its way into the grid still. */
    boolean claimed(long now) {
      return Math.abs(now - since) < CLAIM_MILLIS;
    }
  }

  public UserEntry {
    slots = List.copyOf(slots);
  }

  /** With this session as the newest. */
  public UserEntry with(String id, long now) {
    List<Slot> all = new ArrayList<>(slots);
    all.removeIf(s -> s.id().equals(id));
    all.add(new Slot(id, now));
    return new UserEntry(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  public UserEntry without(String id) {
    return new UserEntry(slots.stream().filter(s -> !s.id().equals(id)).toList());
  }

  /** Without those whose session is gone. */
  public UserEntry living(Predicate<String> lives, long now) {
    return new UserEntry(slots.stream().filter(s -> s.claimed(now) || lives.test(s.id())).toList());
  }

  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(MARK);
      out.writeByte(NUMBER);
      out.writeShort(slots.size());
      for (Slot slot : slots) {
        out.writeUTF(slot.id());
        out.writeLong(slot.since());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IOException where the bytes are not ours or of a later format
   */
  public static UserEntry read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    int mark = in.readUnsignedByte();
    int number = in.readUnsignedByte();
    if (mark != MARK || number > NUMBER) {
      throw new IOException("format " + mark + "." + number);
    }
    int count = in.readUnsignedShort();
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      slots.add(new Slot(in.readUTF(), in.readLong()));
    }
    return new UserEntry(slots);
  }
}
