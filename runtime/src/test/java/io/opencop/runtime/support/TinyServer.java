package io.opencop.runtime.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** An application for tests, run as a process of its own; its words say how it misbehaves. */
public final class TinyServer {
  private static final List<ByteBuffer> EATEN = new ArrayList<>();

  /** Requests for /hold wait for one for /let-go. */
  private static final Semaphore LET_GO = new Semaphore(0);

  private TinyServer() {}

  public static void main(String[] words) throws Exception {
    List<String> habits = List.of(words);
    if (habits.contains("crash")) {
      System.exit(7);
    }
    if (habits.contains("deaf")) {
      // A hook that never ends keeps the JVM from ending.
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                System.out.println("TERM ignored");
                LockSupport.park();
              }));
    }
    if (habits.contains("child")) {
      System.out.println("child " + new ProcessBuilder("sleep", "600").start().pid());
    }
    if (habits.contains("slow")) {
      Thread.sleep(600_000);
    }
    serve(Integer.parseInt(System.getenv("PORT")));
    System.out.println("listening");
  }

  private static void serve(int port) throws IOException {
    AtomicBoolean well = new AtomicBoolean(true);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10);
    server.createContext(
        "/",
        exchange -> {
          switch (exchange.getRequestURI().getPath()) {
            case "/sick" -> well.set(false);
            case "/eat" -> eat();
            case "/long" -> LockSupport.parkNanos(1_500_000_000L);
            case "/hold" -> LET_GO.acquireUninterruptibly();
            case "/let-go" -> LET_GO.release();
            case "/burn" -> Thread.ofPlatform().daemon().start(TinyServer::burn);
            default -> {
              // Only asked how it is.
            }
          }
          byte[] body =
              ("port " + port + " " + System.getenv("GREETING")).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(well.get() && !broken(exchange) ? 200 : 500, body.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    // One that takes long holds up no other.
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** A release that is ready and fails at its work. */
  private static boolean broken(HttpExchange exchange) {
    return "broken".equals(System.getenv("GREETING"))
        && exchange.getRequestURI().getPath().equals("/work");
  }

  /** Half a core for the rest of its life. */
  private static void burn() {
    while (true) {
      long until = System.nanoTime() + 20_000_000;
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static void eat() {
    for (int i = 0; i < 64; i++) {
      ByteBuffer more = ByteBuffer.allocateDirect(16 << 20);
      for (int at = 0; at < more.capacity(); at += 4096) {
        more.put(at, (byte) 1);
      }
      EATEN.add(more);
    }
  }
}
