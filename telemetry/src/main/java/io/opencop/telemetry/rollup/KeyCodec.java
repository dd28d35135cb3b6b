package io.opencop.telemetry.rollup;

import io.opencop.telemetry.assemble.Peer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The stored form of keys, pairings and facts. */
final class KeyCodec {
  private KeyCodec() {}

  static void red(DataOutputStream out, RedKey k) throws IOException {
    text(out, k.service());
    text(out, k.version());
    text(out, k.operation());
    text(out, k.kind());
    out.writeBoolean(k.root());
    out.writeBoolean(k.error());
  }

  static RedKey red(DataInputStream in) throws IOException {
    return new RedKey(text(in), text(in), text(in), text(in), in.readBoolean(), in.readBoolean());
  }

  static void instance(DataOutputStream out, InstanceKey k) throws IOException {
    text(out, k.service());
    text(out, k.version());
    text(out, k.instance());
    out.writeBoolean(k.error());
  }

  static InstanceKey instance(DataInputStream in) throws IOException {
    return new InstanceKey(text(in), text(in), text(in), in.readBoolean());
  }

  static void edge(DataOutputStream out, EdgeKey k) throws IOException {
    text(out, k.service());
    peer(out, k.peer());
    out.writeBoolean(k.inbound());
    out.writeBoolean(k.error());
  }

  static EdgeKey edge(DataInputStream in) throws IOException {
    return new EdgeKey(text(in), peer(in), in.readBoolean(), in.readBoolean());
  }

  static void volume(DataOutputStream out, VolumeKey k) throws IOException {
    text(out, k.service());
    text(out, k.instance());
    text(out, k.what().name());
  }

  static VolumeKey volume(DataInputStream in) throws IOException {
    return new VolumeKey(text(in), text(in), VolumeKey.What.valueOf(text(in)));
  }

  static void pair(DataOutputStream out, Pair p) throws IOException {
    text(out, p.client());
    peer(out, p.peer());
    text(out, p.server());
  }

  static Pair pair(DataInputStream in) throws IOException {
    return new Pair(text(in), peer(in), text(in));
  }

  static void facts(DataOutputStream out, ServiceFacts f) throws IOException {
    text(out, f.namespace());
    text(out, f.language());
    out.writeInt(f.resource().size());
    for (var e : f.resource().entrySet()) {
      text(out, e.getKey());
      text(out, e.getValue());
    }
    out.writeLong(f.seenNanos());
  }

  static ServiceFacts facts(DataInputStream in) throws IOException {
    String namespace = text(in);
    String language = text(in);
    Map<String, String> resource = new TreeMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      resource.put(text(in), text(in));
    }
    return new ServiceFacts(namespace, language, resource, in.readLong());
  }

  private static void peer(DataOutputStream out, Peer p) throws IOException {
    text(out, p.kind().name());
    text(out, p.key());
    text(out, p.name());
    text(out, p.system());
  }

  private static Peer peer(DataInputStream in) throws IOException {
    return new Peer(Peer.Kind.valueOf(text(in)), text(in), text(in), text(in));
  }

  /** Length-prefixed UTF-8; -1 for null. writeUTF would stop at 64 KiB. */
  static void text(DataOutputStream out, String s) throws IOException {
    if (s == null) {
      out.writeInt(-1);
      return;
    }
    byte[] utf8 = s.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    byte[] utf8 = new byte[length];
    in.readFully(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
