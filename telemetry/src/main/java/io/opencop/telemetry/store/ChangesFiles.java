package io.opencop.telemetry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.opencop.model.Change;
import io.opencop.model.ChangeKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Changes as JSON: one in a journal frame, several as lines of a sealed file. */
final class ChangesFiles {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private ChangesFiles() {}

  /** The stored form: times as text, so that it needs no module and lasts. */
  private record Line(
      String time,
      String kind,
      String service,
      String id,
      String summary,
      String author,
      String version,
      String diff) {}

  static byte[] encode(Change c) {
    try {
      return JSON.writeValueAsBytes(
          new Line(
              c.time().toString(),
              c.kind().name(),
              c.service(),
              c.id(),
              c.summary(),
              c.author(),
              c.version(),
              c.diff()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Change decode(byte[] json) {
    try {
      Line l = JSON.readValue(json, Line.class);
      return new Change(
          Instant.parse(l.time()),
          ChangeKind.valueOf(l.kind()),
          l.service(),
          l.id(),
          l.summary(),
          l.author(),
          l.version(),
          l.diff());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SealedFiles.Content write(SealedFiles files, String name, List<Change> changes)
      throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Change c : changes) {
      lines.append(new String(encode(c), StandardCharsets.UTF_8)).append('\n');
    }
    return files.write(name, lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  static List<Change> read(Path file) throws IOException {
    List<Change> changes = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      changes.add(decode(line.getBytes(StandardCharsets.UTF_8)));
    }
    return changes;
  }
}
