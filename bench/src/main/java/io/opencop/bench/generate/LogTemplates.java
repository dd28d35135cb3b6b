package io.opencop.bench.generate;

import io.opencop.bench.generate.Patch.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests of log records of one instance each. */
final class LogTemplates {
  private static final int INFO = 9;
  private static final int WARN = 13;
  private static final String[] LONG = {
    "u{user} session={session} client={ip}",
    "java.net.SocketTimeoutException: Read timed out after {d4} ms",
    "\tat java.base/sun.nio.ch.NioSocketImpl.timedRead(NioSocketImpl.java:278)",
    "\tat java.base/sun.nio.ch.NioSocketImpl.implRead(NioSocketImpl.java:304)",
    "\tat io.shop.client.HttpExchange.readResponse(HttpExchange.java:211)",
    "\tat io.shop.client.RetryingClient.attempt(RetryingClient.java:97)",
    "\tat io.shop.order.PaymentGateway.authorise(PaymentGateway.java:64)",
    "\tat io.shop.order.OrderService.place(OrderService.java:142)",
    "\tat io.shop.order.OrderController.post(OrderController.java:58)",
    "\tat org.springframework.web.servlet.FrameworkServlet.service(FrameworkServlet.java:885)",
    "\tat org.apache.catalina.core.ApplicationFilterChain.doFilter(ApplicationFilterChain.java:130)",
    "request={x16} order={order} attempt=3 upstream=172.20.7.17:8080 waited={d4}ms queue={d3}",
  };

  private LogTemplates() {}

  /** Lines as services write them, 40 to 120 bytes. */
  static List<Template> shortLines(int count, int records, boolean numbered) {
    List<Template> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(request(i, records, numbered, LogLines.ALL));
    }
    return all;
  }

  /** What the demo shop's services write, as often as they write it. */
  static List<Template> shop(int count, int records) {
    List<Template> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(request(i, records, false, ShopLines.of(i % ShopLines.SERVICES)));
    }
    return all;
  }

  /** Records of about 1 KB: an error with its stack. */
  static List<Template> kilobytes(int count, int records) {
    List<String> lines = new ArrayList<>();
    for (int shift = 0; shift < 8; shift++) {
      StringBuilder text = new StringBuilder("call of 172.20.7.17 failed, order {order}, id {x12}");
      for (int i = 0; text.length() < 1000; i++) {
        text.append('\n').append(LONG[(i * (1 + shift % 2 * 4) + shift) % LONG.length]);
      }
      lines.add(text.toString());
    }
    List<Template> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(request(i, records, false, lines));
    }
    return all;
  }

  private static Template request(int index, int records, boolean numbered, List<String> lines) {
    Random random = new Random(index);
    Resource at = new Resource(index % Shape.SERVICES, index % Shape.INSTANCES);
    Wire scoped = new Wire().message(1, new Wire().text(1, "io.shop." + at.name() + ".Service"));
    long bodies = 0;
    for (int i = 0; i < records; i++) {
      Text body = Text.of(lines.get(random.nextInt(lines.size())));
      bodies += body.bytes().length;
      // Three lines in a row belong to one trace.
      scoped.message(2, record(i, i / 3, body, numbered, random));
    }
    Wire request = new Wire().message(1, new Wire().message(1, at.wire()).message(2, scoped));
    return Template.of(request, records, bodies);
  }

  private static Wire record(int i, int trace, Text body, boolean numbered, Random random) {
    boolean warn = random.nextInt(12) == 0;
    Wire record =
        new Wire()
            .fixed64(1, What.PLAIN_TIME, 0, i * 700_000)
            .varint(2, warn ? WARN : INFO)
            .text(3, warn ? "WARN" : "INFO")
            .message(5, new Wire().text(1, body, trace));
    Attributes all = new Attributes(record, 6, trace);
    all.add("thread.name", "http-nio-8080-exec-" + (1 + random.nextInt(50)));
    if (numbered) {
      all.add("bench.request", "{request}");
    }
    // Half of what a service writes happens while it serves a request.
    if (trace % 2 == 0) {
      record.bytes(9, 16, What.TRACE_ID, trace).bytes(10, 8, What.SPAN_ID, trace);
    }
    return record.fixed64(11, What.PLAIN_TIME, 0, i * 700_000 + 1000);
  }
}
