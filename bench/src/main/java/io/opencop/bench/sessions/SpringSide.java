package io.opencop.bench.sessions;

import io.opencop.bench.target.BenchException;
import io.opencop.bench.target.Lib;
import io.opencop.bench.target.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Spring Boot with Spring Session on one Redis: no copy of a session, nothing on disk. */
final class SpringSide implements Side {
  private final int port = Program.freePort();
  private final Program redis;
  private final Program spring;

  private SpringSide(Path folder, Path server, List<String> jvm) {
    int redisPort = Program.freePort();
    redis =
        Program.start(
                "redis",
                folder,
                Map.of(),
                List.of(
                    server.toString(),
                    "--port",
                    Integer.toString(redisPort),
                    "--bind",
                    "127.0.0.1",
                    "--save",
                    "",
                    "--appendonly",
                    "no"))
            .awaitPort(redisPort);
    List<String> command = new ArrayList<>(Applications.java(jvm));
    command.addAll(
        List.of(
            "-cp",
            Lib.classPath("bench/spring"),
            "io.opencop.bench.spring.SpringApp",
            "--server.address=127.0.0.1",
            "--server.port=" + port,
            "--spring.main.banner-mode=off",
            "--spring.data.redis.host=127.0.0.1",
            "--spring.data.redis.port=" + redisPort));
    try {
      spring = Program.start("spring", folder, Map.of(), command).awaitPage(port, "/login");
    } catch (BenchException e) {
      redis.close();
      throw e;
    }
  }

  /** Empty where there is no Redis on this machine. */
  static Optional<SpringSide> start(Path folder, List<String> jvm) {
    return redisServer().map(server -> new SpringSide(folder, server, jvm));
  }

  private static Optional<Path> redisServer() {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String one : (path + ":/usr/bin:/usr/local/bin").split(":", -1)) {
      Path file = Path.of(one, "redis-server");
      if (Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public Map<String, ProcessHandle> processes() {
    Map<String, ProcessHandle> all = new LinkedHashMap<>();
    all.put("spring", spring.handle());
    all.put("redis", redis.handle());
    return all;
  }

  @Override
  public void close() {
    spring.close();
    redis.close();
  }
}
