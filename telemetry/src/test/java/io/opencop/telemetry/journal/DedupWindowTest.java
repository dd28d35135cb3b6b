package io.opencop.telemetry.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The table equals a list of the last entries, whatever comes in whatever order. */
class DedupWindowTest {
  private record Entry(ContentHash hash, long time) {}

  @Property(tries = 500)
  void equalsAList(
      @ForAll @Size(max = 4000) List<@IntRange(min = 0, max = 3000) Integer> ids,
      @ForAll @IntRange(min = 1, max = 3000) int capacity,
      @ForAll @IntRange(min = 1, max = 3000) int window) {
    DedupWindow dedup = new DedupWindow(window, capacity);
    List<Entry> model = new ArrayList<>();
    long time = 0;
    for (int id : ids) {
      // Hashes that share their home place, so that gaps have to be closed across others.
      ContentHash hash = new ContentHash(id % 7, id);
      long now = ++time;
      boolean known =
          model.subList(Math.max(0, model.size() - capacity), model.size()).stream()
              .anyMatch(e -> e.hash.equals(hash) && now - e.time <= window);
      assertThat(dedup.restore(hash, now)).isEqualTo(!known);
      if (!known) {
        model.add(new Entry(hash, now));
      }
      assertThat(dedup.size()).isEqualTo(Math.min(capacity, model.size()));
    }
    assertThat(dedup.position()).isEqualTo(model.size());
    long[] entries = dedup.entries(0, Long.MAX_VALUE);
    for (int i = 0; i < dedup.size(); i++) {
      Entry e = model.get(model.size() - dedup.size() + i);
      assertThat(entries[3 * i + 1]).isEqualTo(e.hash.lo());
      assertThat(entries[3 * i + 2]).isEqualTo(e.time);
    }
  }
}
