package io.opencop.shop.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Knows how a service's JVM is started: jar, agent, flags, environment. */
final class InstanceStarter {
  /** Heaps are small on purpose: five services, a database and a platform share one machine. */
  static final List<String> FLAGS =
      List.of(
          "-Xmx128m",
          "-Xms48m",
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=64m",
          "-XX:+ExitOnOutOfMemoryError",
          "-Xlog:disable",
          "-Xlog:all=error:stderr");

  private final Settings settings;
  private final WorkFolder work;
  private final BackingProcess backing;
  private final Path hosts;
  private final Function<Service, Integer> ports;
  private final int gatewayPort;
  private final AtomicInteger started = new AtomicInteger();

  InstanceStarter(
      Settings settings,
      WorkFolder work,
      BackingProcess backing,
      Function<Service, Integer> ports,
      int gatewayPort)
      throws IOException {
    this.settings = settings;
    this.work = work;
    this.backing = backing;
    this.hosts = work.writeHosts(settings.otlp());
    this.ports = ports;
    this.gatewayPort = gatewayPort;
  }

  Instance start(Release release) throws IOException {
    int port = freePort();
    String name = release.service().serviceName();
    Path console = work.logs().resolve(name + ".out");
    Path services = settings.home().resolve("services");
    List<String> arguments = new ArrayList<>(FLAGS);
    arguments.add("-Djdk.net.hosts.file=" + hosts);
    arguments.add("-javaagent:" + services.resolve("opentelemetry-javaagent.jar"));
    arguments.add("-jar");
    arguments.add(services.resolve("shop-" + name).resolve("shop-" + name + ".jar").toString());
    Child child = Child.java(arguments, environment(release, port), console, console);
    return new Instance(release, child, port);
  }

  private Map<String, String> environment(Release release, int port) {
    String name = release.service().serviceName();
    Map<String, String> env = new HashMap<>(backing.environment(release.service().database()));
    env.put("PORT", String.valueOf(port));
    for (Service peer : Service.values()) {
      env.put(peer.name() + "_URL", "http://" + peer.serviceName() + ":" + ports.apply(peer));
    }
    env.put("GATEWAY_URL", "http://" + Hosts.GATEWAY + ":" + gatewayPort);
    env.put("FLAGS_FILE", work.flags(release.service()).toString());
    env.put("LOG_FILE", work.logs().resolve(name + ".log").toString());
    env.put("LOG_CONSOLE", "OFF");
    env.putAll(Telemetry.environment(settings, release, started.incrementAndGet()));
    env.putAll(release.settings());
    return env;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
