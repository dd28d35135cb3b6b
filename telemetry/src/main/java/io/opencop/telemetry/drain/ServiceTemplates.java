package io.opencop.telemetry.drain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * The templates of one service. {@link #add} is for one thread. What it answers depends on the
 * templates there are and on nothing else, so replay gives the same ids.
 */
public final class ServiceTemplates {
  /** So many templates that differ in the same words, and those words are values. */
  private static final int SIBLINGS = 8;

  /** The same where at most one word would be left to tell them by. */
  private static final int SIBLINGS_OF_FEW_WORDS = 24;

  private static final int SIBLINGS_WHEN_FULL = 2;

  /** Merged templates stay known by their id; so many times the limit, and no new ones are made. */
  private static final int MERGED = 8;

  private static final int CACHE_MAX = 8192;

  private final Drain drain;
  private final String name;
  private final List<Template> all = new ArrayList<>();
  private final Map<Integer, List<Template>> byLength = new HashMap<>();
  private Template other;
  private int active;
  private final LongAdder folded = new LongAdder();

  // Shape of a line to its template; emptied whenever the templates change.
  private long[] shapes = new long[256];
  private Template[] answers = new Template[256];
  private int cached;

  ServiceTemplates(Drain drain, String name) {
    this.drain = drain;
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** Whether these are shared by the services beyond the limit. */
  public boolean isOthers() {
    return name.equals(Drain.OTHER_SERVICES);
  }

  /** How many lines went to the template "(other)" because there were too many templates. */
  public long folded() {
    return folded.sum();
  }

  /** How many templates there are now; for the thread that adds. */
  public int size() {
    return active;
  }

  /** Returns the template of a line; of a text of several lines the first one counts. */
  public Template add(byte[] buf, int off, int len) {
    Tokens line = drain.tokens;
    line.scan(buf, off, len);
    int slot = (int) line.shape & (shapes.length - 1);
    Template answer = answers[slot];
    if (answer == null || shapes[slot] != line.shape) {
      answer = match(line);
      if (answer == null) {
        answer = place(line, buf);
      }
      remember(line.shape, answer);
    }
    if (answer == other) {
      folded.increment();
    }
    return answer;
  }

  static Template other(long id, String service) {
    return new Template(id, service, new long[0], new String[0], new String[] {"(other)"});
  }

  /** The template that fits with the fewest values; the oldest of those. */
  private Template match(Tokens line) {
    Template best = null;
    for (Template t : byLength.getOrDefault(line.count, List.of())) {
      if ((best == null || t.values < best.values) && fits(t, line)) {
        best = t;
      }
    }
    return best;
  }

  private static boolean fits(Template t, Tokens line) {
    for (int i = 0; i < t.tokens.length; i++) {
      if (t.tokens[i] != line.hashes[i] && t.tokens[i] != Tokens.VALUE) {
        return false;
      }
    }
    return true;
  }

  /** No template fits: one is generalised if there are enough like this line, or a new one made. */
  private Template place(Tokens line, byte[] buf) {
    boolean full = active >= drain.maxTemplates || all.size() >= MERGED * drain.maxTemplates;
    Template general = generalise(line, buf, full);
    if (general != null) {
      return general;
    }
    if (full) {
      // The line is not lost, it is only not told from the others; folded() says how many.
      if (other == null) {
        other = other(drain.nextId(), name);
        drain.register(other);
      }
      return other;
    }
    Template made = Template.of(drain.nextId(), name, line, buf);
    insert(made);
    drain.register(made);
    forget();
    return made;
  }

  private Template generalise(Tokens line, byte[] buf, boolean full) {
    int allowed = Math.max(1, line.words / 4);
    Map<Long, List<Template>> siblings = new HashMap<>();
    List<Template> most = List.of();
    long mostPositions = 0;
    for (Template t : byLength.getOrDefault(line.count, List.of())) {
      long positions = difference(t, line, allowed);
      if (positions != 0) {
        List<Template> same = siblings.computeIfAbsent(positions, _ -> new ArrayList<>());
        same.add(t);
        if (same.size() > most.size()) {
          most = same;
          mostPositions = positions;
        }
      }
    }
    if (most.isEmpty()) {
      return null;
    }
    int left = most.getFirst().wordCount() - Long.bitCount(mostPositions);
    int needed = needed(line, buf, mostPositions, left, full);
    if (left <= 0 || most.size() < needed) {
      return null;
    }
    Template general = most.getFirst();
    general.generalise(mostPositions);
    List<Template> sameLength = byLength.get(line.count);
    for (Template t : most.subList(1, most.size())) {
      t.mergeInto(general);
      sameLength.remove(t);
      active--;
    }
    forget();
    return general;
  }

  private static int needed(Tokens line, byte[] buf, long positions, int left, boolean full) {
    boolean identifiers = true;
    for (int i = 0; i < line.count; i++) {
      identifiers &= (positions >>> i & 1) == 0 || line.identifier(i, buf);
    }
    if (identifiers && left >= 2) {
      return 1;
    }
    return full ? SIBLINGS_WHEN_FULL : left <= 1 ? SIBLINGS_OF_FEW_WORDS : SIBLINGS;
  }

  /** The positions (bits) where a word of the template is not in the line; 0 if too many. */
  private static long difference(Template t, Tokens line, int allowed) {
    long positions = 0;
    int n = 0;
    for (int i = 0; i < t.tokens.length; i++) {
      if (t.tokens[i] != line.hashes[i] && t.tokens[i] != Tokens.VALUE) {
        if (++n > allowed) {
          return 0;
        }
        positions |= 1L << i;
      }
    }
    return positions;
  }

  private void remember(long shape, Template answer) {
    if (cached > shapes.length / 2 && shapes.length < CACHE_MAX) {
      shapes = new long[2 * shapes.length];
      answers = new Template[shapes.length];
      cached = 0;
    }
    int slot = (int) shape & (shapes.length - 1);
    shapes[slot] = shape;
    answers[slot] = answer;
    cached++;
  }

  private void forget() {
    Arrays.fill(answers, null);
    cached = 0;
  }

  // What state is made of.

  List<Template> all() {
    return all;
  }

  Template other() {
    return other;
  }

  void restore(Template t, boolean isOther) {
    if (isOther) {
      other = t;
    } else {
      insert(t);
    }
    drain.register(t);
  }

  void restoreMerged(Template t, Template into) {
    t.mergeInto(into);
    byLength.get(t.tokens.length).remove(t);
    active--;
  }

  void restoreFolded(long value) {
    folded.add(value);
  }

  private void insert(Template t) {
    all.add(t);
    byLength.computeIfAbsent(t.tokens.length, _ -> new ArrayList<>()).add(t);
    active++;
  }
}
