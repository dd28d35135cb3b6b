package io.opencop.cli.command;

import io.opencop.cli.client.Query;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * Conditions of a search. A condition a list does not know is answered by the platform with 400.
 */
final class Filters {
  @Option(
      names = {"-s", "--service"},
      paramLabel = "NAME")
  String service;

  @Option(names = "--operation", paramLabel = "NAME")
  String operation;

  @Option(names = "--status", paramLabel = "unset|ok|error")
  String status;

  @Option(names = "--min-duration", paramLabel = "MS")
  String minDuration;

  @Option(names = "--max-duration", paramLabel = "MS")
  String maxDuration;

  @Option(names = "--attr", paramLabel = "KEY=VALUE")
  List<String> attributes;

  @Option(names = "--severity", paramLabel = "trace|debug|info|warn|error|fatal")
  String severity;

  @Option(names = "--text", paramLabel = "WORDS")
  String text;

  @Option(names = "--trace", paramLabel = "ID")
  String trace;

  @Option(names = "--template", paramLabel = "ID")
  String template;

  @Option(names = "--kind", paramLabel = "KIND")
  String kind;

  @Option(names = "--order", paramLabel = "newest|oldest|slowest")
  String order;

  @Option(names = "--limit", paramLabel = "N")
  Integer limit;

  @Option(names = "--cursor", paramLabel = "CURSOR")
  String cursor;

  Query on(Query query) {
    return query
        .with("service", service)
        .with("operation", operation)
        .with("status", status)
        .with("min_duration_ms", minDuration)
        .with("max_duration_ms", maxDuration)
        .withAll("attr", attributes)
        .with("severity", severity)
        .with("text", text)
        .with("trace_id", trace)
        .with("template", template)
        .with("kind", kind)
        .with("order", order)
        .with("limit", limit)
        .with("cursor", cursor);
  }
}
