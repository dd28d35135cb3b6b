package io.opencop.telemetry.memory;

import io.opencop.model.Change;
import io.opencop.telemetry.assemble.Cursors;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.query.ChangeQuery;
import io.opencop.telemetry.query.Page;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes; the same id, kind, service and time is the same Change. */
final class MemoryChanges {
  private static final Comparator<Change> NEWEST =
      Comparator.comparing(Change::time).thenComparing(MemoryChanges::identity).reversed();

  private final Map<String, Change> byIdentity = new LinkedHashMap<>();

  void add(Change c) {
    byIdentity.putIfAbsent(identity(c), c);
  }

  /** Those that concern the service, newest first. */
  List<Change> of(String service) {
    return byIdentity.values().stream()
        .filter(c -> service == null || c.service() == null || service.equals(c.service()))
        .sorted(NEWEST)
        .toList();
  }

  Page<Change> page(ChangeQuery q) {
    List<String> after = Cursors.decode("changes", 2, q.cursor());
    List<Change> rest =
        of(q.service()).stream()
            .filter(c -> q.range().contains(c.time()))
            .filter(c -> q.kind() == null || q.kind() == c.kind())
            .filter(c -> after == null || behind(c, after))
            .toList();
    List<Change> items = rest.stream().limit(q.limit()).toList();
    return new Page<>(items, items.size() == rest.size() ? null : cursor(items.getLast()));
  }

  private static boolean behind(Change c, List<String> after) {
    long time = Cursors.number(after.get(0));
    long mine = Nanos.of(c.time());
    return mine < time || (mine == time && identity(c).compareTo(after.get(1)) < 0);
  }

  private static String cursor(Change c) {
    return Cursors.encode("changes", Long.toString(Nanos.of(c.time())), identity(c));
  }

  private static String identity(Change c) {
    return Arrays.asList(c.id(), c.kind(), c.service(), c.time()).toString();
  }
}
