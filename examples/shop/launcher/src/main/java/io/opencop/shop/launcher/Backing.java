package io.opencop.shop.launcher;

import io.opencop.shop.database.ShopDatabase;
import io.opencop.shop.database.ShopPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.security.AuthenticationUser;
import org.apache.activemq.security.SimpleAuthenticationPlugin;

/**
 * What the services stand on, in a JVM of its own: PostgreSQL's keeper and the message broker. Says
 * on standard output when each is ready; ends when standard input does.
 */
final class Backing {
  private Backing() {}

  /** Binaries' and data's folder; the broker's password is in {@code BROKER_PASSWORD}. */
  public static void main(String... args) throws Exception {
    long start = System.nanoTime();
    BrokerService broker = broker(System.getenv("BROKER_PASSWORD"));
    broker.start();
    int port = broker.getTransportConnectors().get(0).getConnectUri().getPort();
    say("queue", port, start, "-");
    ShopPostgres postgres =
        ShopPostgres.start(Path.of(args[0]), Path.of(args[1]), List.of(ShopDatabase.values()));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres, broker)));
    System.gc();
    say("postgres", postgres.port(), start, postgres.password());
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }

  /** One line: what, port, milliseconds, password. */
  private static void say(String what, int port, long start, String password) {
    System.out.println(
        what + " " + port + " " + (System.nanoTime() - start) / 1_000_000 + " " + password);
    System.out.flush();
  }

  private static BrokerService broker(String password) throws Exception {
    BrokerService broker = new BrokerService();
    broker.setBrokerName("shop");
    broker.setPersistent(false);
    broker.setUseJmx(false);
    broker.setUseShutdownHook(false);
    broker.setSchedulerSupport(false);
    broker.getSystemUsage().getMemoryUsage().setLimit(16L << 20);
    broker.getSystemUsage().getTempUsage().setLimit(64L << 20);
    var login =
        new SimpleAuthenticationPlugin(List.of(new AuthenticationUser("shop", password, "shop")));
    broker.setPlugins(new org.apache.activemq.broker.BrokerPlugin[] {login});
    broker.addConnector("tcp://127.0.0.1:0");
    return broker;
  }

  private static void close(ShopPostgres postgres, BrokerService broker) {
    try {
      postgres.close();
      broker.stop();
    } catch (IOException e) {
      System.err.println("PostgreSQL did not stop by itself: " + e);
    } catch (Exception e) {
      System.err.println("the broker did not stop by itself: " + e);
    }
  }
}
