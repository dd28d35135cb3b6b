package io.opencop.server.sessions;

import io.opencop.sessions.manager.statistics.InstanceRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The records of the last minute, so that counts become rates. */
final class History {
  private static final long KEPT_MILLIS = 60_000;

  private record Key(String app, String instance, long started) {}

  /**
   * One instance.
   *
   * @param before its oldest record of the last minute; null where {@code now} is the only one
   */
  record Span(InstanceRecord before, InstanceRecord now) {}

  private final Map<Key, Deque<InstanceRecord>> all = new HashMap<>();

  /** Those of the records that are new; instances that are not among them are gone. */
  synchronized List<InstanceRecord> add(List<InstanceRecord> records) {
    List<InstanceRecord> news = new ArrayList<>();
    Map<Key, InstanceRecord> now = new HashMap<>();
    records.forEach(r -> now.put(new Key(r.app(), r.instance(), r.startedMillis()), r));
    all.keySet().retainAll(now.keySet());
    now.forEach((key, record) -> {
      Deque<InstanceRecord> kept = all.computeIfAbsent(key, _ -> new ArrayDeque<>());
      if (kept.isEmpty() || kept.getLast().atMillis() != record.atMillis()) {
        kept.addLast(record);
        news.add(record);
      }
      while (record.atMillis() - kept.getFirst().atMillis() > KEPT_MILLIS) {
        kept.removeFirst();
      }
    });
    return news;
  }

  /** The instances of an app by name; empty where there are none. */
  synchronized Optional<List<Span>> of(String app) {
    List<Span> spans =
        all.entrySet().stream()
            .filter(e -> e.getKey().app().equals(app))
            .map(e -> span(e.getValue()))
            .sorted(Comparator.comparing(s -> s.now().instance()))
            .toList();
    return spans.isEmpty() ? Optional.empty() : Optional.of(spans);
  }

  private static Span span(Deque<InstanceRecord> kept) {
    InstanceRecord now = kept.getLast();
    return new Span(kept.size() > 1 ? kept.getFirst() : null, now);
  }

  /** Group to the apps in it. */
  synchronized Map<String, SortedSet<String>> apps() {
    Map<String, SortedSet<String>> apps = new TreeMap<>();
    for (Deque<InstanceRecord> kept : all.values()) {
      InstanceRecord now = kept.getLast();
      apps.computeIfAbsent(now.group(), _ -> new TreeSet<>()).add(now.app());
    }
    return apps;
  }
}
