package io.opencop.telemetry.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.opencop.telemetry.ingest.TemplateMiner;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The log templates of a store: text, when first seen, an example. Ids are for ever. */
final class Templates implements TemplateMiner {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final int LIMIT = 10_000;

  private final Map<String, Known> byText = new HashMap<>();
  private final Map<Long, Known> byId = new HashMap<>();

  /**
   * @param firstSeenNanos when its first line was logged
   */
  record Known(long id, String text, long firstSeenNanos, String example) {}

  static Templates restore(Path dir, String file) throws IOException {
    Templates templates = new Templates();
    if (file != null) {
      Known[] known = JSON.readValue(Files.readAllBytes(dir.resolve(file)), Known[].class);
      for (Known k : known) {
        templates.put(k);
      }
    }
    return templates;
  }

  @Override
  public synchronized long template(String service, byte[] buf, int off, int len, long timeNanos) {
    String line = new String(buf, off, Math.min(len, 2000), StandardCharsets.UTF_8);
    String text = line.replaceAll("[0-9a-fA-F]*[0-9][0-9a-fA-F]*", "<*>");
    Known known = byText.get(text);
    if (known == null) {
      if (byText.size() >= LIMIT) {
        return 0;
      }
      known = new Known(byText.size() + 1L, text, timeNanos, line);
      put(known);
    }
    return known.id();
  }

  synchronized Known known(long id) {
    return byId.get(id);
  }

  synchronized int size() {
    return byId.size();
  }

  /** Writes all templates; returns the file's name. */
  String write(Path dir, long slice) throws IOException {
    byte[] bytes;
    synchronized (this) {
      bytes = JSON.writeValueAsBytes(List.copyOf(byId.values()));
    }
    String name = "templates-" + slice + ".json";
    try (FileChannel out =
        FileChannel.open(
            dir.resolve(name),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      out.force(true);
    }
    return name;
  }

  private void put(Known known) {
    byText.put(known.text(), known);
    byId.put(known.id(), known);
  }
}
