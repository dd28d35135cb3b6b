package io.opencop.shop.launcher;

import io.opencop.shop.database.Folders;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.URI;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The folder a running shop keeps its files in; only for its owner, and for one shop at a time. */
final class WorkFolder implements AutoCloseable {
  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rwx------");

  private final Path folder;
  private final RandomAccessFile lockFile;
  private final FileLock lock;

  private WorkFolder(Path folder, RandomAccessFile lockFile, FileLock lock) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  static WorkFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PRIVATE);
    var file = new RandomAccessFile(folder.resolve("lock").toFile(), "rw");
    FileLock lock = file.getChannel().tryLock();
    if (lock == null) {
      String holder = file.readLine();
      file.close();
      throw new IOException(
          "a shop already runs in " + folder + " (process " + holder + "); stop it or use --work");
    }
    file.setLength(0);
    file.writeBytes(ProcessHandle.current().pid() + "\n");
    WorkFolder work = new WorkFolder(folder, file, lock);
    work.sweep();
    Files.createDirectories(work.logs());
    Files.createDirectories(folder.resolve("flags"));
    return work;
  }

  /** Removes what an earlier run left, but for the database's folder, which sweeps itself. */
  private void sweep() throws IOException {
    Files.deleteIfExists(controlFile());
    for (String name : List.of("logs", "flags")) {
      Folders.delete(folder.resolve(name));
    }
  }

  Path logs() {
    return folder.resolve("logs");
  }

  Path postgres() {
    return folder.resolve("postgres");
  }

  Path flags(Service service) {
    return folder.resolve("flags").resolve(service.serviceName() + ".properties");
  }

  /** Where a running shop's control endpoint is written. */
  Path controlFile() {
    return controlFile(folder);
  }

  static Path controlFile(Path work) {
    return work.resolve("control.properties");
  }

  /**
   * Names for the children's JVMs, so that telemetry shows {@code catalog} and not a loopback port.
   * A JVM with such a file asks no other name service, so the telemetry's host must be in it too.
   */
  Path writeHosts(URI otlp) throws IOException {
    Set<String> loopback =
        new TreeSet<>(Set.of("localhost", Hosts.DATABASE, Hosts.QUEUE, Hosts.GATEWAY));
    for (Service service : Service.values()) {
      loopback.add(service.serviceName());
    }
    loopback.add(InetAddress.getLocalHost().getHostName());
    StringBuilder hosts = new StringBuilder();
    loopback.forEach(name -> hosts.append("127.0.0.1 ").append(name).append('\n'));
    if (!loopback.contains(otlp.getHost())) {
      for (InetAddress address : InetAddress.getAllByName(otlp.getHost())) {
        hosts.append(address.getHostAddress()).append(' ').append(otlp.getHost()).append('\n');
      }
    }
    Path file = folder.resolve("hosts");
    Files.writeString(file, hosts, StandardCharsets.UTF_8);
    return file;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(controlFile());
    lock.release();
    lockFile.close();
  }
}
