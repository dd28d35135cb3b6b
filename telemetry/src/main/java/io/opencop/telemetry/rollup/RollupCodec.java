package io.opencop.telemetry.rollup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * The file of a roll-up: "COPR", format number, length, CRC32C, then four blocks, each after the
 * keys it uses, then pairings and facts. Key numbers in the file are its own; loading gives them
 * the numbers of the running store.
 */
public final class RollupCodec {
  /** The format written; a newer one is refused, older ones are migrated. */
  public static final int FORMAT = 1;

  private static final int MAGIC = 0x434f5052;

  private final RollupKeys keys;

  public RollupCodec(RollupKeys keys) {
    this.keys = keys;
  }

  public byte[] encode(Rollup rollup) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    block(out, rollup.red(), keys.red, KeyCodec::red);
    block(out, rollup.instance(), keys.instance, KeyCodec::instance);
    block(out, rollup.edge(), keys.edge, KeyCodec::edge);
    block(out, rollup.volume(), keys.volume, KeyCodec::volume);
    out.writeInt(rollup.pairs().size());
    for (var e : rollup.pairs().entrySet()) {
      KeyCodec.pair(out, e.getKey());
      out.writeLong(e.getValue());
    }
    out.writeInt(rollup.facts().size());
    for (var e : rollup.facts().entrySet()) {
      KeyCodec.text(out, e.getKey());
      KeyCodec.facts(out, e.getValue());
    }
    byte[] body = bytes.toByteArray();
    CRC32C crc = new CRC32C();
    crc.update(body);
    return ByteBuffer.allocate(body.length + 16)
        .putInt(MAGIC)
        .putInt(FORMAT)
        .putInt(body.length)
        .putInt((int) crc.getValue())
        .put(body)
        .array();
  }

  /**
   * @throws IOException where the file is not a roll-up, is torn or damaged, or of a newer format
   */
  public Rollup decode(InputStream file) throws IOException {
    DataInputStream head = new DataInputStream(file);
    if (head.readInt() != MAGIC) {
      throw new IOException("not a roll-up file");
    }
    int format = head.readInt();
    if (format != FORMAT) {
      throw new IOException("roll-up format " + format + "; this program reads " + FORMAT);
    }
    int length = head.readInt();
    int sum = head.readInt();
    byte[] body = file.readNBytes(length);
    CRC32C crc = new CRC32C();
    crc.update(body);
    if (body.length != length || (int) crc.getValue() != sum) {
      throw new IOException("roll-up file is damaged");
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
    CellBlock red = block(in, keys.red, KeyCodec::red);
    CellBlock instance = block(in, keys.instance, KeyCodec::instance);
    CellBlock edge = block(in, keys.edge, KeyCodec::edge);
    CellBlock volume = block(in, keys.volume, KeyCodec::volume);
    Map<Pair, Long> pairs = new HashMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      pairs.put(KeyCodec.pair(in), in.readLong());
    }
    Map<String, ServiceFacts> facts = new TreeMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      facts.put(KeyCodec.text(in), KeyCodec.facts(in));
    }
    return new Rollup(red, instance, edge, volume, pairs, facts);
  }

  private interface Write<K> {
    void to(DataOutputStream out, K key) throws IOException;
  }

  private interface Read<K> {
    K from(DataInputStream in) throws IOException;
  }

  private static <K> void block(
      DataOutputStream out, CellBlock block, KeyTable<K> table, Write<K> write) throws IOException {
    int[] used = block.distinctKeys();
    Map<Integer, Integer> local = new HashMap<>();
    out.writeInt(used.length);
    for (int key : used) {
      local.put(key, local.size());
      write.to(out, table.key(key));
    }
    ByteBuffer cells = ByteBuffer.allocate(block.encodedSize());
    block.renumber(local::get).encode(cells);
    out.writeInt(cells.capacity());
    out.write(cells.array());
  }

  private static <K> CellBlock block(DataInputStream in, KeyTable<K> table, Read<K> read)
      throws IOException {
    int[] global = new int[in.readInt()];
    for (int i = 0; i < global.length; i++) {
      global[i] = table.number(read.from(in));
    }
    byte[] cells = new byte[in.readInt()];
    in.readFully(cells);
    return CellBlock.decode(ByteBuffer.wrap(cells)).renumber(local -> global[local]);
  }
}
