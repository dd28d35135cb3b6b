package io.opencop.telemetry.ingest;

import io.opencop.telemetry.columns.BoolColumn;
import io.opencop.telemetry.columns.BytesColumn;
import io.opencop.telemetry.columns.Column;
import io.opencop.telemetry.columns.DoubleColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.otlp.Attributes;
import io.opencop.telemetry.otlp.JsonText;
import io.opencop.telemetry.otlp.ValueKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The attributes of one slice's rows as typed columns: promoted keys and the most frequent others
 * have one each, the rest of a row goes to its JSON column.
 */
final class AttributeColumns {
  /** Columns for keys that are not promoted, per slice. */
  static final int OWN_LIMIT = 64;

  private static final byte UNDECIDED = 0;
  private static final byte REST = 1;
  private static final byte TEXT = 2;
  private static final byte LONG = 3;
  private static final byte DOUBLE = 4;
  private static final byte BOOL = 5;

  private final AttributeCatalogue catalogue;
  private final Redactor redactor;
  private final AttributeJson restJson;
  private final BytesColumn rest;
  private final JsonText json = new JsonText();
  private byte[] slots = new byte[128];
  private Object[] columns = new Object[128];
  private long[] uses = new long[128];
  private int own;
  // The keys of a row mostly come as they came in the row before.
  private final Text[] lastKey = new Text[64];

  AttributeColumns(AttributeCatalogue catalogue, Redactor redactor, String restName) {
    this.catalogue = catalogue;
    this.redactor = redactor;
    restJson = new AttributeJson(redactor);
    rest = new BytesColumn(restName, BytesColumn.Kind.TEXT);
    for (int number : catalogue.frequent(OWN_LIMIT)) {
      slot(number);
    }
  }

  /** The text column of a promoted key. */
  TextColumn text(String key) {
    byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
    int number = catalogue.number(utf8, 0, utf8.length, ValueKind.STRING);
    slot(number);
    return (TextColumn) columns[number];
  }

  /** The integer column of a promoted key. */
  LongColumn integer(String key) {
    byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
    int number = catalogue.number(utf8, 0, utf8.length, ValueKind.INT);
    slot(number);
    return (LongColumn) columns[number];
  }

  /** Writes all attributes of a row. Of a key that comes twice the last one counts. */
  void write(int row, Attributes a) {
    int n = a.size();
    byte[] buf = a.buf();
    for (int i = 0; i < n; i++) {
      int number = number(i, buf, a.keyOff(i), a.keyLen(i), a.kind(i));
      if (number < 0 || !set(row, number, a, i)) {
        rest(a, i, number);
      }
    }
    if (json.size() > 0) {
      json.raw('}');
      rest.set(row, json.buf(), 0, json.size());
      json.clear();
    }
  }

  /** The columns that hold anything. */
  List<Column> columns() {
    List<Column> out = new ArrayList<>();
    for (int i = 0; i < catalogue.size() && i < columns.length; i++) {
      Object c = columns[i];
      if (c instanceof TextColumn t) {
        out.add(t.column());
      } else if (c != null) {
        out.add((Column) c);
      }
    }
    out.add(rest);
    return out;
  }

  /** Tells the catalogue how often each key came; once, when the slice is full. */
  void countUses() {
    for (int i = 0; i < uses.length; i++) {
      if (uses[i] > 0) {
        catalogue.used(i, uses[i]);
      }
    }
  }

  private int number(int i, byte[] buf, int off, int len, byte kind) {
    if (i >= lastKey.length) {
      return catalogue.number(buf, off, len, kind);
    }
    Text last = lastKey[i];
    if (last == null || !last.matches(buf, off, len)) {
      last = catalogue.key(buf, off, len, kind);
      if (last == null) {
        return -1;
      }
      lastKey[i] = last;
    }
    return last.number();
  }

  private boolean set(int row, int number, Attributes a, int i) {
    byte slot = slot(number);
    uses[number]++;
    byte kind = a.kind(i);
    switch (slot) {
      case TEXT -> {
        if (kind != ValueKind.STRING) {
          return false;
        }
        ((TextColumn) columns[number]).set(row, a.buf(), a.valueOff(i), a.valueLen(i));
      }
      case LONG -> {
        if (kind != ValueKind.INT) {
          return false;
        }
        ((LongColumn) columns[number]).set(row, a.number(i));
      }
      case DOUBLE -> {
        if (kind != ValueKind.DOUBLE) {
          return false;
        }
        ((DoubleColumn) columns[number]).set(row, a.real(i));
      }
      case BOOL -> {
        if (kind != ValueKind.BOOL) {
          return false;
        }
        ((BoolColumn) columns[number]).set(row, a.number(i) != 0);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private byte slot(int number) {
    if (number >= slots.length) {
      int n = Math.max(number + 1, slots.length * 2);
      slots = Arrays.copyOf(slots, n);
      columns = Arrays.copyOf(columns, n);
      uses = Arrays.copyOf(uses, n);
    }
    if (slots[number] == UNDECIDED) {
      decide(number);
    }
    return slots[number];
  }

  private void decide(int number) {
    AttributeCatalogue.Entry e = catalogue.entry(number);
    if (e.type() == null || (!e.promoted() && own >= OWN_LIMIT)) {
      slots[number] = REST;
      return;
    }
    own += e.promoted() ? 0 : 1;
    switch (e.type()) {
      case STRING -> {
        slots[number] = TEXT;
        columns[number] = new TextColumn(e.column(), e.key(), redactor);
      }
      case INT -> {
        slots[number] = LONG;
        columns[number] = new LongColumn(e.column(), LongColumn.Logical.INT64);
      }
      case DOUBLE -> {
        slots[number] = DOUBLE;
        columns[number] = new DoubleColumn(e.column());
      }
      case BOOL -> {
        slots[number] = BOOL;
        columns[number] = new BoolColumn(e.column());
      }
    }
  }

  private void rest(Attributes a, int i, int number) {
    if (json.size() == 0) {
      json.raw('{');
    }
    String key =
        number >= 0
            ? catalogue.entry(number).key()
            : new String(a.buf(), a.keyOff(i), a.keyLen(i), StandardCharsets.UTF_8);
    restJson.member(a, i, redactor.secretKey(key), json);
  }
}
