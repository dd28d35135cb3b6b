package io.opencop.sessions.tomcat.war;

import io.opencop.sessions.manager.SettingsFile;
import io.opencop.sessions.tomcat.GridManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.catalina.Host;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.Manager;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.util.ServerInfo;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.tomcat.util.scan.StandardJarScanner;

/**
 * One WAR on this Tomcat: one connector, no shutdown port, no other application. Called by the
 * launcher, which is of another class loader.
 */
public final class WarHost {
  private static final int HEADER_BYTES = 32 * 1024;
  private static final int READ_MILLIS = 20_000;

  /** Longer than the gateway keeps an idle connection: it must be the one who closes. */
  private static final int KEEP_ALIVE_MILLIS = 75_000;

  private static final String LOOPBACK = "127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|0:0:0:0:0:0:0:1|::1";

  private final StartFailures failures = new StartFailures();
  private final Tomcat tomcat = new Tomcat();

  private WarHost() {}

  /** {@code 10.1.55}. */
  public static String version() {
    return ServerInfo.getServerNumber().replaceAll("\\.0$", "");
  }

  /**
   * Returns when the application was stopped.
   *
   * @param context empty for all paths
   * @param work its content is replaced
   * @throws Exception saying why the application does not run
   */
  public static void run(Path war, String address, int port, String context, Path work)
      throws Exception {
    // Before anything logs.
    Logs.oneLineEach();
    new WarHost().start(war, address, port, context, work);
  }

  private void start(Path war, String address, int port, String path, Path work) throws Exception {
    // Now, not when the application has taken its time to start.
    try (ServerSocket free = new ServerSocket()) {
      free.setReuseAddress(true);
      free.bind(new InetSocketAddress(InetAddress.getByName(address), port));
    }
    Manager manager = manager();
    Path applications = Files.createDirectories(work.resolve("webapps"));
    tomcat.setBaseDir(work.toString());
    tomcat.enableNaming();
    Connector connector = connector(address, port);
    tomcat.setConnector(connector);
    Host host = tomcat.getHost();
    host.setAppBase(applications.toString());
    host.getPipeline().addValve(silentErrors());
    tomcat.getEngine().getPipeline().addValve(forwarded());
    StandardContext context = (StandardContext) tomcat.addWebapp(path, war.toString());
    context.setParentClassLoader(new TomcatOnly(WarHost.class.getClassLoader()));
    context.setFailCtxIfServletStartFails(true);
    context.setSkipMemoryLeakChecksOnJvmShutdown(true);
    context.addLifecycleListener(new ContextRules(manager));
    ((StandardJarScanner) context.getJarScanner()).setScanClassPath(false);
    // Before the connector: the port opens for an application that runs, or not at all.
    tomcat
        .getEngine()
        .addLifecycleListener(event -> {
          if (Lifecycle.AFTER_START_EVENT.equals(event.getType())) {
            failures.check(context);
          }
        });
    failures.listen();
    try {
      tomcat.start();
    } finally {
      failures.close();
    }
    Drain.at(tomcat, connector, context);
    tell(work, connector);
    tomcat.getServer().await();
  }

  /** Where port 0 was asked for, somebody wants to know which it became. */
  private static void tell(Path work, Connector connector) throws IOException {
    Path next = work.resolve("port.next");
    Files.writeString(next, Integer.toString(connector.getLocalPort()));
    Files.move(next, work.resolve("port"), StandardCopyOption.REPLACE_EXISTING);
  }

  private static Manager manager() {
    String file = System.getenv(SettingsFile.VARIABLE);
    if (file != null && !file.isBlank()) {
      return new GridManager(SettingsFile.read(Path.of(file)));
    }
    StandardManager memory = new StandardManager();
    // Sessions of this instance only, and no file of them left behind.
    memory.setPathname(null);
    return memory;
  }

  private static Connector connector(String address, int port) {
    Connector connector = new Connector("HTTP/1.1");
    connector.setPort(port);
    connector.setThrowOnFailure(true);
    connector.setXpoweredBy(false);
    connector.setProperty("address", address);
    connector.setProperty("bindOnInit", "false");
    connector.setProperty("connectionTimeout", Integer.toString(READ_MILLIS));
    connector.setProperty("keepAliveTimeout", Integer.toString(KEEP_ALIVE_MILLIS));
    connector.setProperty("maxKeepAliveRequests", "-1");
    connector.setProperty("maxHttpHeaderSize", Integer.toString(HEADER_BYTES));
    return connector;
  }

  /** No version, no stack trace. */
  private static ErrorReportValve silentErrors() {
    ErrorReportValve valve = new ErrorReportValve();
    valve.setShowReport(false);
    valve.setShowServerInfo(false);
    return valve;
  }

  /** What the gateway says of the client, and only what came over loopback. */
  private static RemoteIpValve forwarded() {
    RemoteIpValve valve = new RemoteIpValve();
    valve.setInternalProxies(LOOPBACK);
    valve.setRemoteIpHeader("X-Forwarded-For");
    valve.setProtocolHeader("X-Forwarded-Proto");
    valve.setHostHeader("X-Forwarded-Host");
    valve.setPortHeader("X-Forwarded-Port");
    return valve;
  }
}
