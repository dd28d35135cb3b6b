package io.opencop.telemetry.store;

import io.opencop.model.Change;
import io.opencop.model.ChangeKind;
import io.opencop.telemetry.assemble.Cursors;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.query.ChangeQuery;
import io.opencop.telemetry.query.Page;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Changes, newest first, page by page. */
final class ChangePages {
  /** What makes two reports the same Change: id, kind, service and time. */
  record Identity(String id, ChangeKind kind, String service, Instant time) {
    static Identity of(Change c) {
      return new Identity(c.id(), c.kind(), c.service(), c.time());
    }
  }

  /** By time; those of one instant in an order that does not depend on their arrival. */
  private static final Comparator<Change> NEWEST =
      Comparator.comparing(Change::time).thenComparing(ChangePages::tie).reversed();

  private ChangePages() {}

  static Page<Change> page(List<Change> changes, ChangeQuery q) {
    List<String> after = Cursors.decode("changes", 2, q.cursor());
    List<Change> rest =
        changes.stream()
            .filter(c -> q.range().contains(c.time()))
            .filter(c -> concerns(c, q.service()))
            .filter(c -> q.kind() == null || q.kind() == c.kind())
            .filter(c -> after == null || behind(c, after))
            .sorted(NEWEST)
            .toList();
    List<Change> page = rest.stream().limit(q.limit()).toList();
    return new Page<>(page, page.size() < rest.size() ? cursor(page.getLast()) : null);
  }

  /** A Change that names no service concerns all. */
  static boolean concerns(Change c, String service) {
    return service == null || c.service() == null || c.service().equals(service);
  }

  private static boolean behind(Change c, List<String> after) {
    int order = Long.compare(Nanos.of(c.time()), Cursors.number(after.get(0)));
    return order < 0 || (order == 0 && tie(c).compareTo(after.get(1)) < 0);
  }

  private static String cursor(Change c) {
    return Cursors.encode("changes", Long.toString(Nanos.of(c.time())), tie(c));
  }

  private static String tie(Change c) {
    return c.kind() + " " + c.service() + " " + c.id();
  }
}
