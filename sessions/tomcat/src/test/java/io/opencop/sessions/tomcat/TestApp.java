package io.opencop.sessions.tomcat;

import io.opencop.sessions.manager.LoginSettings;
import io.opencop.sessions.manager.SessionSettings;
import io.opencop.sessions.manager.SharedSettings;
import io.opencop.sessions.manager.Unreachable;
import io.opencop.sessions.manager.users.Duplicates;
import io.opencop.sessions.manager.users.Pseudonyms;
import jakarta.servlet.ServletException;
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
import org.apache.catalina.Wrapper;
import org.apache.catalina.authenticator.FormAuthenticator;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;

/** A plain servlet application on a real Tomcat in a process of its own. It knows no grid. */
public final class TestApp {
  static final AtomicInteger CREATED = new AtomicInteger();
  static final AtomicInteger DESTROYED = new AtomicInteger();

  private static final int PATH = 3;
  private static final int OWN = 4;

  private TestApp() {}

  /**
   * {@code TestApp <folder> <servers> <password> <policy> <seconds>}; writes its port to a file.
   * Behind the policy, after commas: what a second log-in does, SHARED, the context's path and the
   * name of a class of its own.
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    List<String> words = List.of(arguments[3].split(",", -1));
    Duplicates duplicates = words.size() < 2 ? Duplicates.ALLOW : Duplicates.valueOf(words.get(1));
    LoginSettings logins =
        new LoginSettings(duplicates, "user", Pseudonyms.ofPassword(arguments[2]));
    String name = words.contains("ALONE") ? "alone" : "test";
    SessionSettings settings =
        SessionSettings.of(arguments[1], "opencop", arguments[2], name)
            .unreachable(
                Unreachable.valueOf(words.get(0)), Duration.ofSeconds(Long.parseLong(arguments[4])))
            .logins(logins)
            .shared(new SharedSettings(words.contains("SHARED"), ""))
            .maxAttributeBytes(64 * 1024)
            .allow(List.of(Basket.class.getName(), word(words, OWN)));
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.getEngine().setBackgroundProcessorDelay(1);
    Context context = tomcat.addContext(word(words, PATH), folder.toString());
    GridManager manager = new GridManager(settings);
    manager.setProcessExpiresFrequency(1);
    context.setManager(manager);
    context.addApplicationListener(Listener.class.getName());
    Wrapper app = Tomcat.addServlet(context, "app", new App());
    app.setAsyncSupported(true);
    app.addMapping("/");
    protect(tomcat, context);
    tomcat.start();
    Path port = folder.resolve("port.next");
    Files.writeString(port, Integer.toString(tomcat.getConnector().getLocalPort()));
    Files.move(port, folder.resolve("port"), StandardCopyOption.ATOMIC_MOVE);
    tomcat.getServer().await();
  }

  private static String word(List<String> words, int index) {
    return index < words.size() ? words.get(index) : "";
  }

  /** Below /mine one logs in by a form, as the container does it. */
  @SuppressWarnings("deprecation") // 11 has another name for addPatternDecoded, which 9 lacks
  private static void protect(Tomcat tomcat, Context context) {
    tomcat.addUser("kim", "secret");
    tomcat.addRole("kim", "customer");
    SecurityCollection mine = new SecurityCollection("mine", "pages of a customer");
    mine.addPatternDecoded("/mine/*");
    SecurityConstraint customers = new SecurityConstraint();
    customers.addCollection(mine);
    customers.addAuthRole("customer");
    customers.setAuthConstraint(true);
    context.addConstraint(customers);
    context.setLoginConfig(new LoginConfig("FORM", null, "/form", "/wrong"));
    context.addSecurityRole("customer");
    context.getPipeline().addValve(new FormAuthenticator());
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
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException {
      doGet(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException {
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
            case "/own" -> {
              request.getSession().setAttribute(key, made(value));
              yield "own";
            }
            case "/short" -> {
              HttpSession session = request.getSession();
              session.setMaxInactiveInterval(1);
              yield session.getId();
            }
            case "/enter" -> {
              request.getSession();
              request.login(value, "secret");
              yield "entered";
            }
            case "/leave" -> {
              request.logout();
              yield "left";
            }
            case "/who" -> String.valueOf(request.getRemoteUser());
            case "/mine/page" ->
                request.getMethod()
                    + " "
                    + request.getRemoteUser()
                    + " "
                    + request.isUserInRole("customer")
                    + " "
                    + request.getParameter("v");
            case "/logout" -> {
              request.getSession().invalidate();
              yield "bye";
            }
            case "/counts" -> CREATED + " " + DESTROYED;
            default -> "?";
          };
      response.getWriter().print(answer);
    }

    private static Object made(String name) throws ServletException {
      try {
        return Class.forName(name).getDeclaredConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new ServletException(e);
      }
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
