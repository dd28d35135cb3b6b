package io.opencop.runtime.local;

import io.opencop.model.app.App;
import io.opencop.model.app.Release;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Starts instances so that none is ever lost sight of. */
final class Starter {
  static final String TOKEN = "OPENCOP_INSTANCE_TOKEN";

  /** Without letters and digits that are taken for one another. */
  private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

  private static final int SUFFIX = 5;

  private final LocalSettings settings;
  private final InstanceFolders folders;
  private final Cgroups cgroups;
  private final Ports ports = new Ports();
  private final SecureRandom random = new SecureRandom();
  private final String bootId = ProcFs.bootId();

  Starter(LocalSettings settings, InstanceFolders folders, Cgroups cgroups) {
    this.settings = settings;
    this.folders = folders;
    this.cgroups = cgroups;
  }

  LocalInstance start(Release release, List<LocalInstance> others, Instant now) throws IOException {
    String name = release.app().name() + "-r" + release.number() + "-" + suffix();
    InstanceRecord record = record(release, name, port(release.app(), others));
    // On disk before it runs: whatever happens to us now, it is found by its token.
    folders.write(record);
    Path secrets = folders.folder(name).resolve("secrets");
    Program program = settings.programs().find(release, name, record.port(), secrets);
    Map<String, String> environment = new HashMap<>(program.environment());
    environment.put(TOKEN, record.token());
    environment.put("PORT", Integer.toString(record.port()));
    environment.put("SERVER_PORT", Integer.toString(record.port()));
    Process process =
        Launcher.start(
            program.argv(),
            environment,
            cgroups.create(name, release.app().resources()),
            folders.work(name),
            folders.output(name));
    InstanceRecord running =
        ProcFs.stat(process.pid())
            .map(stat -> record.started(stat, bootId))
            .orElse(record.startedUnseen(process.pid(), bootId));
    folders.write(running);
    LocalInstance instance = new LocalInstance(running, process, now);
    instance.release = release;
    return instance;
  }

  private InstanceRecord record(Release release, String name, int port) {
    return new InstanceRecord(
        name,
        release.app().name(),
        release.number(),
        HexFormat.of().formatHex(bytes(16)),
        port,
        0,
        0,
        bootId,
        System.currentTimeMillis(),
        release.app().resources().memoryBytes(),
        release.app().stop().drain().toMillis(),
        release.app().stop().grace().toMillis());
  }

  /** Whether something the release needs is not there yet. */
  boolean waits(Release release) {
    return settings.programs().waits(release);
  }

  /** Whether the one that has this app's own port still runs. */
  static boolean portIsHeld(App app, List<LocalInstance> all) {
    return app.port() != 0 && all.stream().anyMatch(i -> i.runs() && i.record.port() == app.port());
  }

  private int port(App app, List<LocalInstance> others) throws IOException {
    if (app.port() != 0) {
      if (!Ports.unused(app.port())) {
        throw new IOException(
            "port " + app.port() + " is used by " + Listening.holder(app.port()).orElse("another"));
      }
      return app.port();
    }
    Set<Integer> taken =
        others.stream()
            .filter(LocalInstance::runs)
            .map(i -> i.record.port())
            .collect(Collectors.toSet());
    return ports.free(taken);
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private String suffix() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < SUFFIX; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
