package io.opencop.telemetry.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The attribute keys of one kind of item (span, log record, resource …) for the life of a store. A
 * key's type is fixed at first sight, so that a column has one type in every file; a value of
 * another type goes to the JSON column of its row. Bounded: beyond the limit new keys get no
 * column, and that is counted.
 *
 * <p>The builder's thread adds; {@link #entries} may be asked by anybody.
 */
public final class AttributeCatalogue {
  /** Keys known at most. */
  public static final int LIMIT = 20_000;

  /**
   * One key.
   *
   * @param column the column's name
   * @param type null where the key may not have a column
   * @param promoted has a column in every slice, whatever its frequency
   */
  public record Entry(String key, String column, AttributeType type, boolean promoted) {}

  private final String prefix;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> columnNames = new HashSet<>();
  private final Map<Text, Text> numbers = new HashMap<>();
  private final Text probe = new Text();
  private long[] uses = new long[64];
  private long beyondLimit;

  /**
   * @param prefix of the column names of keys that are not promoted, e.g. {@code resource.}
   * @param reserved column names nobody may take
   */
  public AttributeCatalogue(
      String prefix, Map<String, AttributeType> promoted, Set<String> reserved) {
    this.prefix = prefix;
    Promoted.FIXED.forEach(columnNames::add);
    reserved.forEach(name -> columnNames.add(name.toLowerCase(Locale.ROOT)));
    promoted.forEach((key, type) -> add(key, key, type, true));
  }

  /** All keys so far, by number. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Takes up what was known before a restart; call before the first row. */
  public synchronized void restore(List<Entry> known) {
    for (Entry e : known) {
      if (!numbers.containsKey(Text.of(e.key()))) {
        columnNames.add(e.column().toLowerCase(Locale.ROOT));
        put(e);
      }
    }
  }

  /** Distinct keys refused a place because the catalogue is full, counted at each sight. */
  public synchronized long beyondLimit() {
    return beyondLimit;
  }

  /** The number of a key, which is added if it is new; -1 where the catalogue is full. */
  int number(byte[] buf, int off, int len, byte kind) {
    Text known = key(buf, off, len, kind);
    return known == null ? -1 : known.number();
  }

  /** A key with its number, added if it is new; null where the catalogue is full. */
  Text key(byte[] buf, int off, int len, byte kind) {
    probe.set(buf, off, len);
    Text known = numbers.get(probe);
    if (known != null) {
      return known;
    }
    synchronized (this) {
      String key = new String(buf, off, len, StandardCharsets.UTF_8);
      // A key that is not well-formed UTF-8 is known by its repaired form.
      known = numbers.get(Text.of(key));
      if (known != null) {
        return known;
      }
      if (entries.size() >= LIMIT) {
        beyondLimit++;
        return null;
      }
      return add(key, prefix + key, AttributeType.of(kind), false);
    }
  }

  Entry entry(int number) {
    return entries.get(number);
  }

  int size() {
    return entries.size();
  }

  void used(int number, long times) {
    uses[number] += times;
  }

  /** The keys without promotion that were used most, most used first; ages what it has counted. */
  List<Integer> frequent(int limit) {
    List<Integer> some = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (!entries.get(i).promoted() && entries.get(i).type() != null && uses[i] > 0) {
        some.add(i);
      }
    }
    some.sort(Comparator.comparingLong(i -> -uses[i]));
    for (int i = 0; i < entries.size(); i++) {
      uses[i] >>= 1;
    }
    return some.subList(0, Math.min(limit, some.size()));
  }

  private Text add(String key, String column, AttributeType type, boolean promoted) {
    // DuckDB's column names do not tell upper from lower case, and some names are taken.
    String name = column.toLowerCase(Locale.ROOT);
    boolean foreign = prefix.isEmpty() && name.startsWith("resource.");
    // A column needs a name; one with control characters would break a reader's SQL.
    boolean nameable = !key.isEmpty() && key.chars().noneMatch(Character::isISOControl);
    boolean free = nameable && !foreign && columnNames.add(name);
    return put(new Entry(key, column, free ? type : null, promoted));
  }

  private Text put(Entry entry) {
    int number = entries.size();
    entries.add(entry);
    Text key = Text.of(entry.key()).numbered(number);
    numbers.put(key, key);
    if (number == uses.length) {
      uses = Arrays.copyOf(uses, number * 2);
    }
    return key;
  }
}
