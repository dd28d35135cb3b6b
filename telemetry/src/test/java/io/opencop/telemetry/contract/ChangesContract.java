package io.opencop.telemetry.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opencop.model.Change;
import io.opencop.model.ChangeKind;
import io.opencop.telemetry.query.ChangeQuery;
import io.opencop.telemetry.query.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes on the timeline. */
abstract class ChangesContract extends Behaviour {
  @Test
  void keptAsTheyAreNewestFirst() {
    Change full =
        new Change(
            at(10).plusNanos(123_456_789),
            ChangeKind.DEPLOY,
            "주문",
            "r7",
            "릴리스 7",
            "kim",
            "7",
            "- a\n+ b");
    Change bare = new Change(at(20), ChangeKind.NOTE, null, null, "a note", null, null, null);
    change(full);
    change(bare);
    assertThat(page(null, null, 10, null).items()).containsExactly(bare, full);
    assertThat(page(null, null, 10, null).nextCursor()).isNull();
  }

  @Test
  void theSameAgainIsStoredOnce() {
    Change c = new Change(at(10), ChangeKind.COMMIT, "shop", "abc", "fix", "kim", null, null);
    change(c);
    change(c);
    change(new Change(at(10), ChangeKind.COMMIT, "shop", "abc", "fix again", null, null, null));
    change(new Change(at(10), ChangeKind.COMMIT, "shop", "abd", "fix", "kim", null, null));
    assertThat(page(null, null, 10, null).items()).hasSize(2);
  }

  @Test
  void byServiceKindAndTime() {
    change(of(1, ChangeKind.CONFIG, "shop"));
    change(of(2, ChangeKind.FLAG, "stock"));
    change(of(3, ChangeKind.SCALE, null));
    change(of(700, ChangeKind.RESTART, "shop"));
    assertThat(kinds(page("shop", null, 10, null)))
        .as("what names no service concerns all")
        .containsExactly(ChangeKind.SCALE, ChangeKind.CONFIG);
    assertThat(kinds(page(null, ChangeKind.FLAG, 10, null))).containsExactly(ChangeKind.FLAG);
    assertThat(kinds(page(null, null, 10, null)))
        .containsExactly(ChangeKind.SCALE, ChangeKind.FLAG, ChangeKind.CONFIG);
  }

  @Test
  void pages() {
    for (int i = 0; i < 23; i++) {
      change(
          new Change(
              at(Math.floorDiv(i, 4)), ChangeKind.NOTE, "shop", "n" + i, "note", null, null, null));
    }
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      Page<Change> page = page("shop", null, 5, cursor);
      page.items().forEach(c -> seen.add(c.id()));
      cursor = page.nextCursor();
      change(
          new Change(
              at(300 + seen.size()),
              ChangeKind.NOTE,
              "shop",
              "x" + seen.size(),
              "note",
              null,
              null,
              null));
    } while (cursor != null);
    assertThat(seen).hasSize(23).doesNotHaveDuplicates();
    assertThatThrownBy(() -> page(null, null, 5, "forged"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cursor");
  }

  private static Change of(int second, ChangeKind kind, String service) {
    return new Change(at(second), kind, service, "id", "what", null, null, null);
  }

  private static List<ChangeKind> kinds(Page<Change> page) {
    return page.items().stream().map(Change::kind).toList();
  }

  private Page<Change> page(String service, ChangeKind kind, int limit, String cursor) {
    return value(store.changes(new ChangeQuery(TEN_MINUTES, service, kind, limit, cursor)));
  }
}
