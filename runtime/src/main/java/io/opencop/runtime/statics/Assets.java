package io.opencop.runtime.statics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Files with what is worked out once for each: digest and packed content. A file that was changed
 * under us (time or size) is looked at anew. What was not asked for longest is forgotten.
 */
final class Assets {
  private static final long MOST_WEIGHT = 32L << 20;
  private static final long LEAST_PACKED = 256;
  private static final long MOST_PACKED = 4L << 20;
  private static final int BUFFER = 1 << 16;
  private static final int TAG_CHARS = 32;

  private final Map<Path, Asset> known = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  /** Without reading the file; null where it is not known as it is now. */
  synchronized Asset known(Path path) throws IOException {
    Asset asset = known.get(path);
    if (asset == null) {
      return null;
    }
    BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
    boolean same = asset.length() == now.size() && asset.modified().equals(modified(now));
    return same ? asset : null;
  }

  /** Reads and packs it: not for an event loop. */
  Asset load(Path path, String name) throws IOException {
    BasicFileAttributes at = Files.readAttributes(path, BasicFileAttributes.class);
    String type = MediaTypes.of(name);
    boolean packs = MediaTypes.packs(type) && at.size() >= LEAST_PACKED && at.size() <= MOST_PACKED;
    Path gzip = beside(path, ".gz");
    Path brotli = beside(path, ".br");
    MessageDigest digest = sha256();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (InputStream in = Files.newInputStream(path);
        GZIPOutputStream zip = new GZIPOutputStream(packed, BUFFER)) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        if (packs && gzip == null) {
          zip.write(buffer, 0, n);
        }
      }
    }
    boolean smaller = packs && gzip == null && packed.size() < at.size() * 9 / 10;
    Asset asset =
        new Asset(
            path,
            type,
            at.size(),
            modified(at),
            HexFormat.of().formatHex(digest.digest()).substring(0, TAG_CHARS),
            HashedNames.is(name),
            smaller ? packed.toByteArray() : null,
            gzip,
            brotli);
    keep(asset);
    return asset;
  }

  private static Instant modified(BasicFileAttributes at) {
    return at.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** A link could lead anywhere; what a build packs is a file. */
  private static Path beside(Path path, String ending) {
    Path packed = path.resolveSibling(path.getFileName() + ending);
    boolean there = Files.isRegularFile(packed) && !Files.isSymbolicLink(packed);
    return there ? packed : null;
  }

  private synchronized void keep(Asset asset) {
    Asset before = known.put(asset.path(), asset);
    weight += asset.weight() - (before == null ? 0 : before.weight());
    var oldest = known.values().iterator();
    while (weight > MOST_WEIGHT && oldest.hasNext()) {
      weight -= oldest.next().weight();
      oldest.remove();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
