package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.cli.Terminal;
import io.opencop.cli.client.Query;
import io.opencop.cli.output.Printer;
import io.opencop.cli.output.Sparkline;
import io.opencop.cli.output.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cop query METRIC}: a range query, one line a series with its course. */
@Command(name = "query")
final class QueryCommand extends CopCommand {
  private static final int WIDTH = 40;

  @Parameters(index = "0", paramLabel = "METRIC")
  String metric;

  @Option(names = "--op", paramLabel = "rate|sum|avg|min|max|last|count|quantile")
  String op;

  @Option(names = "--q", paramLabel = "0..1")
  String quantile;

  @Option(names = "--by", paramLabel = "KEYS")
  String by;

  @Option(names = "--step", paramLabel = "TIME")
  String step;

  @Option(
      names = {"-s", "--service"},
      paramLabel = "NAME")
  String service;

  @Option(names = "--attr", paramLabel = "KEY=VALUE")
  List<String> attributes;

  @Mixin ClientOptions client;

  QueryCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    Query query =
        client
            .range()
            .with("name", metric)
            .with("op", op)
            .with("q", quantile)
            .with("by", by)
            .with("step", step)
            .with("service", service)
            .withAll("attr", attributes);
    JsonNode answer = client.api(terminal).get("/api/v1/metrics/query", query);
    Printer printer = client.printer(terminal);
    if (printer.raw(answer)) {
      return OK;
    }
    if (answer.path("series").isEmpty()) {
      printer.nothing(
          "`cop get metrics` lists the names; or look further back, for example --from 6h.",
          "`cop get metrics`로 이름을 확인하거나 --from 6h처럼 기간을 늘려 보십시오.");
      return OK;
    }
    String unit = answer.path("unit").asText();
    Table table =
        new Table(
            List.of(
                say("SERIES", "시계열"),
                ">" + say("LAST", "마지막"),
                ">" + say("LEAST", "최소"),
                ">" + say("MOST", "최대"),
                say("COURSE", "추이") + " (" + unit + ")"));
    answer.path("series").forEach(s -> table.add(row(s)));
    terminal.out().print(table);
    printer.cost(answer);
    return OK;
  }

  private static List<String> row(JsonNode series) {
    List<String> labels = new ArrayList<>();
    series
        .path("labels")
        .properties()
        .forEach(e -> labels.add(e.getKey() + "=" + e.getValue().asText()));
    double last = Double.NaN;
    double least = Double.NaN;
    double most = Double.NaN;
    for (JsonNode v : series.path("values")) {
      if (v.isNumber()) {
        last = v.asDouble();
        least = Double.isNaN(least) ? last : Math.min(least, last);
        most = Double.isNaN(most) ? last : Math.max(most, last);
      }
    }
    return List.of(
        labels.isEmpty() ? "*" : String.join(" ", labels),
        number(last),
        number(least),
        number(most),
        Sparkline.of(series.path("values"), WIDTH));
  }

  private static String number(double v) {
    if (Double.isNaN(v)) {
      return "-";
    }
    boolean whole = v == Math.rint(v) || Math.abs(v) >= 1000;
    return whole && Math.abs(v) < 1e15
        ? String.format(Locale.ROOT, "%,.0f", v)
        : String.format(Locale.ROOT, "%.4g", v);
  }
}
