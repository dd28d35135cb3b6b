package io.opencop.sessions.manager.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What attributes of one key and class weigh.
 *
 * @param count of the attributes looked at
 * @param bytes of them together, encoded
 * @param largest of them
 */
public record AttributeWeight(String key, String type, long count, long bytes, int largest) {
  private static final int LONGEST = 200;

  static void write(List<AttributeWeight> all, DataOutput out) throws IOException {
    out.writeShort(all.size());
    for (AttributeWeight one : all) {
      out.writeUTF(shortened(one.key));
      out.writeUTF(shortened(one.type));
      out.writeLong(one.count);
      out.writeLong(one.bytes);
      out.writeInt(one.largest);
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  static List<AttributeWeight> read(DataInput in) throws IOException {
    int count = in.readUnsignedShort();
    List<AttributeWeight> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(
          new AttributeWeight(
              in.readUTF(), in.readUTF(), in.readLong(), in.readLong(), in.readInt()));
    }
    return all;
  }
}
