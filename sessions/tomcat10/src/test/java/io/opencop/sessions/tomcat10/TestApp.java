package io.opencop.sessions.tomcat10;

import io.opencop.sessions.manager.SessionSettings;
import io.opencop.sessions.manager.Unreachable;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** A plain servlet application on a real Tomcat in a process of its own. It knows no grid. */
public final class TestApp {
  static final AtomicInteger CREATED = new AtomicInteger();
  static final AtomicInteger DESTROYED = new AtomicInteger();

  private TestApp() {}

  /** {@code TestApp <folder> <servers> <password> <policy>}; writes its port to a file. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    SessionSettings settings =
        SessionSettings.of(arguments[1], "opencop", arguments[2], "test")
            .unreachable(Unreachable.valueOf(arguments[3]), Duration.ofSeconds(2))
            .maxAttributeBytes(64 * 1024)
            .allow(List.of(Basket.class.getName()));
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.getEngine().setBackgroundProcessorDelay(1);
    Context context = tomcat.addContext("", folder.toString());
    GridManager manager = new GridManager(settings);
    manager.setProcessExpiresFrequency(1);
    context.setManager(manager);
    context.addApplicationListener(Listener.class.getName());
    Tomcat.addServlet(context, "app", new App()).setAsyncSupported(true);
    context.addServletMappingDecoded("/", "app");
    tomcat.start();
    Path port = folder.resolve("port.next");
    Files.writeString(port, Integer.toString(tomcat.getConnector().getLocalPort()));
    Files.move(port, folder.resolve("port"), StandardCopyOption.ATOMIC_MOVE);
    tomcat.getServer().await();
  }

  /** Counts what it is told. */
  public static final class Listener implements HttpSessionListener {
    @Override
    public void sessionCreated(HttpSessionEvent event) {
      CREATED.incrementAndGet();
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
      DESTROYED.incrementAndGet();
    }
  }

  private static final class App extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String key = request.getParameter("k");
      String value = request.getParameter("v");
      String answer =
          switch (request.getServletPath()) {
            case "/login" -> {
              HttpSession session = request.getSession();
              request.changeSessionId();
              session.setAttribute("user", value);
              session.setAttribute("basket", new Basket());
              yield "hello";
            }
            case "/get" -> String.valueOf(request.getSession().getAttribute(key));
            case "/peek" -> {
              HttpSession session = request.getSession(false);
              yield session == null ? "none" : String.valueOf(session.getAttribute(key));
            }
            case "/set" -> {
              HttpSession session = request.getSession();
              session.getAttributeNames();
              session.setAttribute(key, value);
              nap(request.getParameter("nap"));
              yield "set";
            }
            case "/remove" -> {
              request.getSession().removeAttribute(key);
              yield "removed";
            }
            case "/add" -> {
              Basket basket = (Basket) request.getSession().getAttribute("basket");
              basket.add(value);
              nap(request.getParameter("nap"));
              yield basket.toString();
            }
            case "/look" -> {
              Basket basket = (Basket) request.getSession().getAttribute("basket");
              nap(request.getParameter("nap"));
              yield basket.toString();
            }
            case "/early" -> {
              request.getSession().setAttribute(key, value);
              response.getWriter().println("early");
              response.flushBuffer();
              nap(request.getParameter("nap"));
              yield "late";
            }
            case "/async" -> {
              HttpSession session = request.getSession();
              var async = request.startAsync();
              async.start(() -> {
                session.setAttribute(key, value);
                async.complete();
              });
              yield "";
            }
            case "/large" -> {
              request.getSession().setAttribute("huge", new byte[100_000]);
              yield "large";
            }
            case "/thread" -> {
              request.getSession().setAttribute("hidden", List.of(new Object[] {new Thread()}));
              yield "thread";
            }
            case "/foreign" -> {
              request.getSession().setAttribute("foreign", new Hostile(Path.of(value)));
              yield "foreign";
            }
            case "/short" -> {
              HttpSession session = request.getSession();
              session.setMaxInactiveInterval(1);
              yield session.getId();
            }
            case "/logout" -> {
              request.getSession().invalidate();
              yield "bye";
            }
            case "/counts" -> CREATED + " " + DESTROYED;
            default -> "?";
          };
      response.getWriter().print(answer);
    }

    private static void nap(String millis) {
      try {
        Thread.sleep(millis == null ? 0 : Long.parseLong(millis));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
