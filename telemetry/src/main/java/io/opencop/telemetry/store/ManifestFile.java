package io.opencop.telemetry.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.opencop.telemetry.journal.FileLayer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The manifest on disk: one JSON document and, on the last line, its CRC32C. Replaced by writing
 * beside it, forcing, renaming over it and forcing the folder, so that there is always a whole one.
 */
final class ManifestFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private static final String NAME = "manifest.json";
  private static final String NEXT = "manifest.next";

  private final SealedFiles files;
  private final Path path;

  /**
   * @param dir the data folder
   */
  ManifestFile(FileLayer layer, Path dir) {
    files = new SealedFiles(layer, dir);
    path = files.path(NAME);
  }

  /**
   * @throws IOException where it is damaged, or of a newer format; the message says what to do
   */
  Manifest read() throws IOException {
    if (!Files.exists(path)) {
      return Manifest.empty();
    }
    byte[] bytes = Files.readAllBytes(path);
    int end = bytes.length - 10; // "\n" + 8 hex digits + "\n"
    if (end <= 0
        || !crc(bytes, end).equals(new String(bytes, end + 1, 8, StandardCharsets.US_ASCII))) {
      throw new IOException(
          path + " is damaged. Restore the data folder from a backup (cop restore).");
    }
    var tree = JSON.readTree(bytes, 0, end);
    int format = tree.path("format").asInt();
    if (format > Manifest.FORMAT) {
      throw new IOException(
          path
              + " has format "
              + format
              + ", this program reads up to "
              + Manifest.FORMAT
              + ". Start a newer OpenCOP on this data folder.");
    }
    return JSON.treeToValue(tree, Manifest.class).migrated();
  }

  void write(Manifest manifest) throws IOException {
    byte[] body = JSON.writeValueAsBytes(manifest);
    byte[] tail = ("\n" + crc(body, body.length) + "\n").getBytes(StandardCharsets.US_ASCII);
    files.write(NEXT, body, tail);
    files.replace(NEXT, NAME);
    files.forceNames();
  }

  private static String crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
