package io.opencop.bench.app;

import io.opencop.sessions.manager.SessionSettings;
import io.opencop.sessions.tomcat.GridManager;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** {@link BasketServlet} on Tomcat, its sessions in the grid. */
public final class TomcatApp {
  private TomcatApp() {}

  /**
   * {@code TomcatApp <folder> <port> <servers> <user>}; the grid's password is in the environment
   * variable {@code GRID_PASSWORD}.
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(Integer.parseInt(arguments[1]));
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    // A connection is one visitor for the whole run.
    tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
    Context context = tomcat.addContext("", folder.toString());
    SessionSettings settings =
        SessionSettings.of(arguments[2], arguments[3], System.getenv("GRID_PASSWORD"), "bench");
    context.setManager(new GridManager(settings.allow(List.of("io.opencop.bench.app.*"))));
    Tomcat.addServlet(context, "basket", new BasketServlet());
    context.addServletMappingDecoded("/login", "basket");
    context.addServletMappingDecoded("/use", "basket");
    tomcat.start();
    tomcat.getServer().await();
  }
}
