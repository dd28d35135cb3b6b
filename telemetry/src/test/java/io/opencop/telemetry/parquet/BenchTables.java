package io.opencop.telemetry.parquet;

import io.opencop.telemetry.columns.BytesColumn;
import io.opencop.telemetry.columns.Column;
import io.opencop.telemetry.columns.DoubleColumn;
import io.opencop.telemetry.columns.FixedColumn;
import io.opencop.telemetry.columns.IndirectColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.LongColumn.Logical;
import io.opencop.telemetry.columns.RowIds;
import io.opencop.telemetry.columns.StringColumn;
import io.opencop.telemetry.columns.Table;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Tables as a busy shop would send them in five minutes; the same in every run. */
final class BenchTables {
  static final int SPANS = 512 * 1024;
  private static final long START = 1_760_000_000_000_000_000L;
  private static final long SLICE = 300_000_000_000L;
  private static final int SERVICES = 20;

  private BenchTables() {}

  /** Spans in order of arrival: traces of 8, alternating SERVER and CLIENT down the calls. */
  static Table spans() {
    return new Spans().build();
  }

  private static final class Spans {
    final Random random = new Random(42);
    final RowIds resources = new RowIds();
    final List<Column> columns = new ArrayList<>();
    final FixedColumn traceId = add(new FixedColumn("trace_id", 16));
    final FixedColumn spanId = add(new FixedColumn("span_id", 8));
    final FixedColumn parentId = add(new FixedColumn("parent_span_id", 8));
    final StringColumn name = add(new StringColumn("name"));
    final LongColumn kind = add(new LongColumn("kind", Logical.INT32));
    final LongColumn start = add(new LongColumn("start_time", Logical.TIMESTAMP_NANOS));
    final LongColumn duration = add(new LongColumn("duration_ns", Logical.INT64));
    final LongColumn status = add(new LongColumn("status_code", Logical.INT32));
    final StringColumn statusMessage = add(new StringColumn("status_message"));
    final LongColumn flags = add(new LongColumn("flags", Logical.INT64));
    final StringColumn scope = add(new StringColumn("scope_name"));
    final StringColumn scopeVersion = add(new StringColumn("scope_version"));
    final BytesColumn events = add(new BytesColumn("events", BytesColumn.Kind.TEXT));
    final BytesColumn attributes = add(new BytesColumn("attributes", BytesColumn.Kind.TEXT));
    final LongColumn dropped = add(new LongColumn("dropped_attributes_count", Logical.INT32));
    final StringColumn service = resource("service.name");
    final StringColumn version = resource("service.version");
    final StringColumn instance = resource("service.instance.id");
    final StringColumn resourceRest = resource("resource_attributes");
    final StringColumn method = add(new StringColumn("http.request.method"));
    final StringColumn route = add(new StringColumn("http.route"));
    final LongColumn code = add(new LongColumn("http.response.status_code", Logical.INT64));
    final StringColumn path = add(new StringColumn("url.path"));
    final StringColumn address = add(new StringColumn("server.address"));
    final LongColumn port = add(new LongColumn("server.port", Logical.INT64));
    final StringColumn client = add(new StringColumn("client.address"));
    final StringColumn agent = add(new StringColumn("user_agent.original"));
    final StringColumn db = add(new StringColumn("db.system.name"));
    final StringColumn query = add(new StringColumn("db.query.text"));
    final StringColumn session = add(new StringColumn("session.id"));
    final StringColumn thread = add(new StringColumn("thread.name"));
    final LongColumn threadId = add(new LongColumn("thread.id", Logical.INT64));
    final StringColumn exception = add(new StringColumn("exception.type"));
    final StringColumn function = add(new StringColumn("code.function.name"));

    <T extends Column> T add(T column) {
      columns.add(column);
      return column;
    }

    StringColumn resource(String resourceName) {
      StringColumn entries = new StringColumn(resourceName);
      columns.add(new IndirectColumn(resources, entries));
      return entries;
    }

    int skewed(int n) {
      double u = random.nextDouble();
      return (int) (n * u * u * u);
    }

    Table build() {
      add(new StringColumn("trace_state"));
      add(new BytesColumn("links", BytesColumn.Kind.TEXT));
      for (int entry = 1; entry <= SERVICES * 3; entry++) {
        service.set(entry, "service-" + entry / 3);
        version.set(entry, "1." + entry / 3 + ".0");
        instance.set(entry, "service-" + entry / 3 + "-7d9f8b6c5-" + entry);
        resourceRest.set(
            entry, "{\"host.name\":\"node-" + entry % 7 + "\",\"process.pid\":" + entry * 31 + "}");
      }
      int traces = SPANS / 8;
      for (int trace = 0, row = 0; trace < traces; trace++) {
        trace(START + SLICE / traces * trace + random.nextInt(40_000_000), row);
        row += 8;
      }
      return new Table("spans", columns, SPANS);
    }

    void trace(long begin, int row) {
      long high = random.nextLong();
      long low = random.nextLong();
      int who = skewed(20_000);
      String user = HexFormat.of().toHexDigits(who * 0x9e3779b97f4a7c15L);
      String ip = "10." + who % 97 + "." + (who >> 5) % 251 + "." + who % 241;
      long at = begin;
      for (int i = 0; i < 8; i++, row++) {
        boolean server = i % 2 == 0;
        int depth = i == 0 ? 0 : Math.max(0, i - 1 - random.nextInt(2));
        traceId.set(row, high, low);
        spanId.set(row, random.nextLong() | 1);
        if (i > 0) {
          parentId.set(row, spanId.low(row - i + depth));
        }
        at += random.nextInt(3_000_000);
        start.set(row, at);
        duration.set(row, (long) (Math.exp(random.nextGaussian()) * 8_000_000 / (i + 1)));
        int entry = 1 + skewed(SERVICES) * 3 + random.nextInt(3);
        resources.set(row, entry);
        int operation = (entry * 13 + skewed(12)) % 240;
        span(row, server, i, operation, who, user, ip);
      }
    }

    void span(int row, boolean server, int i, int operation, int who, String user, String ip) {
      boolean error = random.nextInt(50) == 0;
      boolean sql = !server && i > 2;
      kind.set(row, server ? 2 : 3);
      status.set(row, error ? 2 : 0);
      flags.set(row, 257);
      dropped.set(row, 0);
      scope.set(
          row,
          sql
              ? "io.opentelemetry.jdbc"
              : server ? "io.opentelemetry.tomcat-10.0" : "io.opentelemetry.java-http-client");
      scopeVersion.set(row, "2.33.1-alpha");
      name.set(
          row, sql ? "SELECT shop.table" + operation % 40 : "GET /api/v1/resource" + operation);
      thread.set(row, "http-nio-8080-exec-" + random.nextInt(100));
      threadId.set(row, 40 + random.nextInt(100));
      session.set(row, user + user);
      if (error) {
        statusMessage.set(row, "java.sql.SQLException");
        exception.set(row, "java.sql.SQLException");
        events.set(
            row,
            "[{\"name\":\"exception\",\"time_unix_nano\":\""
                + start.get(row)
                + "\",\"attributes\":{\"exception.type\":\"java.sql.SQLException\",\"exception.stacktrace\":\"java.sql.SQLException: timeout\\n\\tat shop.Orders.load(Orders.java:"
                + operation
                + ")\"}}]");
      }
      if (sql) {
        db.set(row, "postgresql");
        query.set(
            row,
            "SELECT o.id, o.customer_id, o.total FROM orders_"
                + operation % 40
                + " o WHERE o.customer_id = ? AND o.state = ? ORDER BY o.created_at DESC LIMIT ?");
        address.set(row, "postgres-" + operation % 3);
        port.set(row, 5432);
        function.set(row, "shop.Repository" + operation % 40 + ".find");
      } else {
        method.set(row, operation % 5 == 0 ? "POST" : "GET");
        route.set(row, "/api/v1/resource" + operation + "/{id}");
        code.set(row, error ? 500 : 200);
        path.set(row, "/api/v1/resource" + operation + "/" + skewed(200));
        address.set(row, "service-" + operation % SERVICES);
        port.set(row, 8080);
        if (server) {
          client.set(row, ip);
          agent.set(row, "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/1" + who % 40);
        }
      }
      if (random.nextInt(10) == 0) {
        attributes.set(
            row, "{\"app.cart.items\":" + random.nextInt(20) + ",\"app.user.tier\":\"gold\"}");
      }
    }
  }

  /** Points of steady 10-s gauges, sorted by series and time as a seal would write them. */
  static Table points(int series, int pointsEach) {
    Random random = new Random(7);
    LongColumn id = new LongColumn("series_id", Logical.INT64);
    LongColumn time = new LongColumn("time", Logical.TIMESTAMP_NANOS);
    DoubleColumn value = new DoubleColumn("value");
    long[] jitter = new long[60 * pointsEach]; // one per instance and export
    for (int i = 0; i < jitter.length; i++) {
      jitter[i] = random.nextInt(2_000_000);
    }
    int row = 0;
    for (int s = 0; s < series; s++) {
      int instance = s / Math.max(1, series / 60) % 60;
      double level = 1000 + random.nextInt(100_000);
      for (int p = 0; p < pointsEach; p++, row++) {
        id.set(row, s);
        time.set(row, START + p * 10_000_000_000L + jitter[instance * pointsEach + p]);
        if (random.nextInt(10) == 0) {
          level += random.nextInt(9) - 4;
        }
        value.set(row, level);
      }
    }
    return new Table("points", List.of(id, time, value), row);
  }

  /** Log records of 60 templates with numbers and ids in them. */
  static Table logs(int rows) {
    Random random = new Random(11);
    StringColumn service = new StringColumn("service.name");
    LongColumn time = new LongColumn("time", Logical.TIMESTAMP_NANOS);
    LongColumn template = new LongColumn("template_id", Logical.INT64);
    BytesColumn body = new BytesColumn("body", BytesColumn.Kind.TEXT);
    for (int row = 0; row < rows; row++) {
      double u = random.nextDouble();
      int t = (int) (60 * u * u);
      service.set(row, "service-" + t % SERVICES);
      time.set(row, START + row * 1_000_000L + random.nextInt(1_000_000));
      template.set(row, t);
      body.set(row, log(t, random));
    }
    return new Table("logs", List.of(service, time, template, body), rows);
  }

  private static String log(int t, Random random) {
    String head = "com.example.shop.module" + t % 13 + ".Component" + t + ": ";
    return head
        + switch (t % 6) {
          case 0 ->
              "Completed 200 OK for request /api/v1/resource"
                  + t
                  + " in "
                  + random.nextInt(300)
                  + " ms";
          case 1 ->
              "Order "
                  + (100_000 + random.nextInt(50_000))
                  + " was accepted for customer "
                  + random.nextInt(20_000)
                  + ", waiting for payment";
          case 2 ->
              "HikariPool-1 - Pool stats (total=10, active="
                  + random.nextInt(10)
                  + ", idle="
                  + random.nextInt(10)
                  + ", waiting=0)";
          case 3 ->
              "Retrying call to service-"
                  + random.nextInt(20)
                  + " after connection reset by peer, attempt "
                  + (1 + random.nextInt(3))
                  + " of 3";
          case 4 ->
              "캐시를 새로 고쳤습니다. 항목 " + random.nextInt(5000) + "개, 걸린 시간 " + random.nextInt(90) + " ms";
          default ->
              "Scheduled task inventory-sync finished without changes; next run in 60 seconds";
        };
  }
}
