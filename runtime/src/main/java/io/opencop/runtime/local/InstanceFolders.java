package io.opencop.runtime.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.opencop.model.app.Instance;
import io.opencop.model.app.RestartReason;
import io.opencop.runtime.disk.Durable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One folder per instance: {@code instance.json}, {@code out.log}, {@code work/} where it runs, and
 * {@code secrets/}. Only this user may look into them.
 */
final class InstanceFolders {
  private static final Logger LOG = LoggerFactory.getLogger(InstanceFolders.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RECORD = "instance.json";
  private static final String READY = "ready";
  private static final String ENDED = "ended.properties";

  private final Path root;

  InstanceFolders(Path root) {
    this.root = root;
    try {
      Durable.privateFolder(root);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + root, e);
    }
  }

  Path folder(String instance) {
    return root.resolve(instance);
  }

  Path output(String instance) {
    return folder(instance).resolve("out.log");
  }

  Path work(String instance) {
    return folder(instance).resolve("work");
  }

  /** Writes it so that it is there whole after any crash, and returns when it is on disk. */
  void write(InstanceRecord record) throws IOException {
    Path folder = folder(record.name());
    Files.createDirectories(work(record.name()));
    Durable.write(folder.resolve(RECORD), JSON.writeValueAsBytes(record));
    Durable.force(root);
  }

  /** Notes that it has been ready, for a platform that adopts it. */
  void markReady(String instance) {
    try {
      Files.write(folder(instance).resolve(READY), new byte[0]);
    } catch (IOException e) {
      LOG.warn("{} cannot be noted as ready: {}", instance, e.toString());
    }
  }

  boolean wasReady(String instance) {
    return Files.exists(folder(instance).resolve(READY));
  }

  /** How it ended, so that whoever comes after us does not take it for news. */
  void ended(String instance, Instance.Exit exit) {
    Properties properties = new Properties();
    properties.setProperty("code", Integer.toString(exit.code()));
    properties.setProperty("reason", exit.reason().name());
    properties.setProperty("time", exit.at().toString());
    try (Writer out = Files.newBufferedWriter(folder(instance).resolve(ENDED))) {
      properties.store(out, null);
    } catch (IOException e) {
      LOG.warn("how {} ended could not be written: {}", instance, e.toString());
    }
  }

  /** Empty where nobody saw it end. */
  Optional<Instance.Exit> exit(String instance) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(folder(instance).resolve(ENDED))) {
      properties.load(in);
      return Optional.of(
          new Instance.Exit(
              Integer.parseInt(properties.getProperty("code")),
              RestartReason.valueOf(properties.getProperty("reason")),
              Instant.parse(properties.getProperty("time"))));
    } catch (IOException | RuntimeException _) {
      return Optional.empty();
    }
  }

  /** Every instance there is a record of. A folder without a readable one is left and named. */
  List<InstanceRecord> read() throws IOException {
    List<InstanceRecord> records = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, Files::isDirectory)) {
      for (Path folder : folders) {
        try {
          records.add(JSON.readValue(folder.resolve(RECORD).toFile(), InstanceRecord.class));
        } catch (IOException e) {
          LOG.warn("{} holds no readable {}: {}", folder, RECORD, e.toString());
        }
      }
    }
    return records;
  }

  void delete(String instance) {
    try {
      Durable.delete(folder(instance));
    } catch (IOException e) {
      LOG.warn("the folder of {} could not be deleted: {}", instance, e.toString());
    }
  }
}
