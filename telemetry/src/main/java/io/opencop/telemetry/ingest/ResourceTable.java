package io.opencop.telemetry.ingest;

import io.opencop.telemetry.columns.BoolColumn;
import io.opencop.telemetry.columns.Column;
import io.opencop.telemetry.columns.DoubleColumn;
import io.opencop.telemetry.columns.IndirectColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.RowIds;
import io.opencop.telemetry.columns.StringColumn;
import io.opencop.telemetry.otlp.OtlpLimits;
import io.opencop.telemetry.otlp.ReadCounters;
import io.opencop.telemetry.otlp.ResourceView;
import io.opencop.telemetry.rollup.RollupBuilder;
import io.opencop.telemetry.rollup.ServiceFacts;
import io.opencop.telemetry.rollup.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The resources of one slice's rows: each decoded once, its attributes columns by entry. */
final class ResourceTable {
  /** What a sender without a service.name is called, as the convention has it. */
  static final String UNKNOWN_SERVICE = "unknown_service";

  private final Heads heads = new Heads();
  private final RowIds ids = new RowIds();
  private final AttributeColumns attributes;
  private final StringColumn schemaUrl = new StringColumn("resource_schema_url");
  private final ResourceView view;
  private final RollupBuilder rollup;
  private final TextColumn serviceName;
  private int[] sources = new int[16];
  private int[] services = new int[16];
  private int current;

  ResourceTable(
      AttributeCatalogue catalogue, Redactor redactor, OtlpLimits limits, RollupBuilder rollup) {
    attributes = new AttributeColumns(catalogue, redactor, "resource_attributes");
    view = new ResourceView(limits, new ReadCounters());
    serviceName = attributes.text("service.name");
    this.rollup = rollup;
  }

  /** The resource of the rows that follow. */
  void resource(byte[] b, int off, int len, int urlOff, int urlLen, long seenNanos) {
    int number = heads.number(b, off, len, urlOff, urlLen);
    if (number < 0) {
      number = -number;
      view.read(b, off, len);
      attributes.write(number, view.attributes());
      if (urlLen > 0) {
        schemaUrl.set(number, b, urlOff, urlLen);
      }
      if (serviceName.column().code(number) == 0) {
        serviceName.set(number, serviceName.dictionary().code(UNKNOWN_SERVICE));
      }
      if (number >= sources.length) {
        sources = Arrays.copyOf(sources, number * 2);
        services = Arrays.copyOf(services, number * 2);
      }
      sources[number] = source(number, seenNanos);
      services[number] = serviceName.column().code(number);
    }
    current = number;
  }

  void row(int row) {
    ids.set(row, current);
  }

  /** The current resource's number in the roll-ups. */
  int source() {
    return sources[current];
  }

  /** The current resource's number. */
  int number() {
    return current;
  }

  /** A small number for the current resource's service. */
  int service() {
    return services[current];
  }

  /** The current resource's value of a promoted key, or null. */
  String promoted(String key) {
    return attributes.text(key).column().get(current);
  }

  RowIds ids() {
    return ids;
  }

  IndirectColumn serviceColumn() {
    return new IndirectColumn(ids, serviceName.column());
  }

  /** By row: {@code service.name} first. */
  List<Column> columns() {
    List<Column> out = new ArrayList<>();
    out.add(serviceColumn());
    for (Column c : attributes.columns()) {
      if (c != serviceName.column()) {
        out.add(new IndirectColumn(ids, c));
      }
    }
    out.add(new IndirectColumn(ids, schemaUrl));
    return out;
  }

  void countUses() {
    attributes.countUses();
  }

  private static String text(Column c, int number) {
    return switch (c) {
      case StringColumn s -> s.get(number);
      case LongColumn n when n.has(number) -> Long.toString(n.get(number));
      case DoubleColumn d when d.has(number) -> Double.toString(d.get(number));
      case BoolColumn b when b.has(number) -> Boolean.toString(b.get(number));
      default -> null;
    };
  }

  private int source(int number, long seenNanos) {
    Map<String, String> all = new TreeMap<>();
    for (Column c : attributes.columns()) {
      String text = text(c, number);
      if (text != null) {
        String name = c.name();
        all.put(name.startsWith("resource.") ? name.substring(9) : name, text);
      }
    }
    String version = all.getOrDefault("service.version", "");
    String instance =
        all.getOrDefault(
            "service.instance.id",
            all.getOrDefault("k8s.pod.name", all.getOrDefault("host.name", "")));
    return rollup.source(
        new Source(all.getOrDefault("service.name", UNKNOWN_SERVICE), version, instance),
        new ServiceFacts(
            all.get("service.namespace"), all.get("telemetry.sdk.language"), all, seenNanos));
  }
}
