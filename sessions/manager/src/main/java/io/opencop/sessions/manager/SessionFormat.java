package io.opencop.sessions.manager;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bytes of one entry. They outlive a release of OpenCOP, so they begin with a number: a reader
 * takes its own number and older ones; a later one adds behind what is there and raises the number
 * only when an older reader would be wrong.
 *
 * <pre>
 * byte 'S', byte 1                                     format
 * int header length, then: long created, long accessed, int timeout seconds,
 *   utf user, utf auth type, short roles, utf each,
 *   utf login, boolean over                            header; what follows in its length is skipped
 * int attributes, each: utf name, int length, bytes
 * </pre>
 */
final class SessionFormat {
  private static final int MARK = 'S';
  private static final int NUMBER = 1;

  private SessionFormat() {}

  static byte[] write(SessionState state) {
    int size = 128;
    for (Map.Entry<String, byte[]> e : state.attributes().entrySet()) {
      size += e.getKey().length() + e.getValue().length + 8;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(MARK);
      out.writeByte(NUMBER);
      byte[] header = header(state.header());
      out.writeInt(header.length);
      out.write(header);
      out.writeInt(state.attributes().size());
      for (Map.Entry<String, byte[]> e : state.attributes().entrySet()) {
        out.writeUTF(e.getKey());
        out.writeInt(e.getValue().length);
        out.write(e.getValue());
      }
    } catch (IOException e) {
      // A name or user of more than 65,535 bytes: the only thing that can fail in memory.
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] header(SessionHeader header) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(header.created());
    out.writeLong(header.accessed());
    out.writeInt(header.timeoutSeconds());
    out.writeUTF(header.user());
    out.writeUTF(header.authType());
    out.writeShort(header.roles().size());
    for (String role : header.roles()) {
      out.writeUTF(role);
    }
    out.writeUTF(header.login());
    out.writeBoolean(header.over());
    return bytes.toByteArray();
  }

  /**
   * @throws SessionUnreadableException where the bytes are not ours or of a later format
   */
  static SessionState read(String id, byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int mark = in.readUnsignedByte();
      int number = in.readUnsignedByte();
      if (mark != MARK || number > NUMBER) {
        throw new SessionUnreadableException(id, "format " + mark + "." + number);
      }
      SessionHeader header = readHeader(in.readNBytes(length(in, bytes)));
      int count = in.readInt();
      Map<String, byte[]> attributes = new TreeMap<>();
      for (int i = 0; i < count; i++) {
        String name = in.readUTF();
        attributes.put(name, in.readNBytes(length(in, bytes)));
      }
      return new SessionState(header, attributes);
    } catch (IOException e) {
      throw new SessionUnreadableException(id, e.toString());
    }
  }

  private static int length(DataInputStream in, byte[] all) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > all.length) {
      throw new IOException("length " + length);
    }
    return length;
  }

  private static SessionHeader readHeader(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    long created = in.readLong();
    long accessed = in.readLong();
    int timeout = in.readInt();
    String user = in.readUTF();
    String authType = in.readUTF();
    int count = in.readUnsignedShort();
    List<String> roles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      roles.add(in.readUTF());
    }
    boolean more = in.available() > 0;
    String login = more ? in.readUTF() : "";
    boolean over = more && in.readBoolean();
    return new SessionHeader(created, accessed, timeout, user, roles, authType, login, over);
  }
}
