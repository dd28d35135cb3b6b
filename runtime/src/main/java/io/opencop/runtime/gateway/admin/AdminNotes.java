package io.opencop.runtime.gateway.admin;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The notes of all gateways of one folder. The one that serves is in {@code gateway.json}; each has
 * one of its own too, from before it takes requests until it has answered its last, because one
 * that was taken over from may still have something in progress.
 */
public record AdminNotes(Path folder) {
  private static final String OWN = "gateway-*-*.json";

  /** Of the gateway that serves. */
  public Path serving() {
    return folder.resolve("gateway.json");
  }

  private Path own(AdminNote note) {
    return folder.resolve("gateway-" + note.pid() + "-" + note.adminPort() + ".json");
  }

  /** Before it takes requests. */
  public void arrive(AdminNote note) throws IOException {
    for (Path file : files()) {
      if (AdminNote.read(file).filter(AdminNote::alive).isEmpty()) {
        Files.deleteIfExists(file); // of one that was killed
      }
    }
    note.write(own(note));
  }

  /** It takes requests, and others that did leave now. */
  public void serve(AdminNote note) throws IOException {
    note.write(own(note));
    note.write(serving());
  }

  /** It has nothing in progress any more. */
  public void leave(AdminNote note) throws IOException {
    Files.deleteIfExists(own(note));
  }

  /** Of those whose process is alive; the one that serves is first. */
  public List<AdminNote> alive() {
    List<AdminNote> all = new ArrayList<>();
    AdminNote.read(serving()).filter(AdminNote::alive).ifPresent(all::add);
    for (Path file : files()) {
      AdminNote.read(file)
          .filter(AdminNote::alive)
          .filter(n -> all.stream().noneMatch(a -> a.token().equals(n.token())))
          .ifPresent(all::add);
    }
    return all;
  }

  /** Of the gateway that is this process; empty until it is there. */
  public Optional<AdminNote> of(long pid) {
    return alive().stream().filter(n -> n.pid() == pid).findFirst();
  }

  private List<Path> files() {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, OWN)) {
      all.forEach(found::add);
    } catch (IOException | DirectoryIteratorException _) {
      // No folder, no gateway.
    }
    return found;
  }
}
