package io.opencop.bench.sessions;

import io.opencop.bench.target.BenchException;
import java.io.IOException;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Visitors of an application on one thread. Every connection has one request on its way at most; a
 * visitor has one at a time. At a given rate, a request's time runs from when it was due, whether
 * or not a connection was free then.
 */
final class WebLoad {
  private static final byte[] LOGIN =
      "GET /login HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final long NAP_NANOS = 40_000;
  private static final int DRAIN_SECONDS = 30;

  private final int port;
  private final int connections;
  private final Deque<Visitor> idle = new ArrayDeque<>();
  private long[] nanos = new long[1 << 16];
  private int done;
  private int wrong;
  private String firstWrong;

  WebLoad(int port, int connections) {
    this.port = port;
    this.connections = connections;
  }

  /** Logs in more visitors. */
  void login(int count) {
    long limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
    run(limit, count, 0, true);
    if (wrong > 0) {
      throw new BenchException("log-in failed: " + firstWrong);
    }
  }

  /** As many requests as get an answer. */
  Visits full(double seconds) {
    return run(System.nanoTime() + (long) (seconds * 1e9), Long.MAX_VALUE, 0, false);
  }

  /** So many requests a second, evenly, whatever the answers do. */
  Visits paced(double perSecond, double seconds) {
    return run(Long.MAX_VALUE, (long) (perSecond * seconds), 1e9 / perSecond, false);
  }

  private Visits run(long until, long count, double every, boolean login) {
    done = 0;
    wrong = 0;
    firstWrong = null;
    long begun = System.nanoTime();
    try (Selector selector = Selector.open()) {
      List<Line> lines = new ArrayList<>();
      try {
        for (int i = 0; i < connections; i++) {
          lines.add(new Line(port, selector));
        }
        begun = System.nanoTime();
        drive(selector, new ArrayDeque<>(lines), begun, until, count, every, login);
      } finally {
        for (Line line : lines) {
          line.close();
        }
      }
    } catch (IOException e) {
      throw new BenchException("the application does not answer: " + e, e);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new Visits(wrong, firstWrong, Arrays.copyOf(nanos, done), seconds);
  }

  private void drive(
      Selector selector,
      Deque<Line> free,
      long begun,
      long until,
      long count,
      double every,
      boolean login)
      throws IOException {
    long sent = 0;
    long heard = System.nanoTime();
    while (true) {
      long now = System.nanoTime();
      boolean more = sent < count && now < until;
      while (more && !free.isEmpty() && (login || !idle.isEmpty())) {
        long due = every > 0 ? begun + (long) (sent * every) : now;
        if (due > now) {
          break;
        }
        send(free.pop(), due, login);
        more = ++sent < count;
      }
      if (!more && sent == done + (long) wrong) {
        return;
      }
      int ready = every > 0 ? selector.selectNow() : selector.select(1000);
      if (ready > 0) {
        heard = System.nanoTime();
        for (var key : selector.selectedKeys()) {
          Line line = (Line) key.attachment();
          if (line.read()) {
            take(line, login);
            free.push(line);
          }
        }
        selector.selectedKeys().clear();
      } else if (every > 0) {
        LockSupport.parkNanos(NAP_NANOS);
      }
      if (ready == 0 && now - heard > TimeUnit.SECONDS.toNanos(DRAIN_SECONDS)) {
        throw new IOException("no answer for " + DRAIN_SECONDS + " s");
      }
    }
  }

  private void send(Line line, long due, boolean login) throws IOException {
    line.due = due;
    line.visitor = login ? null : idle.pollFirst();
    line.send(login ? LOGIN : line.visitor.request());
  }

  private void take(Line line, boolean login) {
    boolean right = line.answer.status() == 200;
    if (right && login) {
      String cookie = line.answer.cookie();
      right = cookie != null;
      if (right) {
        idle.addLast(new Visitor(cookie));
      }
    } else if (!login) {
      right = line.visitor.continues(line.answer.value()) && right;
      idle.addLast(line.visitor);
    }
    if (!right) {
      wrong++;
      firstWrong = firstWrong == null ? line.answer.text() : firstWrong;
      return;
    }
    if (done == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * done);
    }
    nanos[done++] = System.nanoTime() - line.due;
  }
}
