package io.opencop.telemetry.columns;

import java.util.Arrays;

/** A growing int per row where 0 is null; what string and truth columns have in common. */
final class CodeRows {
  private int[] codes = {};
  private int end; // rows from here on are 0
  private int written; // rows set to something other than 0, counted once or more

  void set(int row, int code) {
    if (row >= codes.length) {
      if (code == 0) {
        return;
      }
      codes = Arrays.copyOf(codes, Growth.length(codes.length, row + 1));
    }
    codes[row] = code;
    if (code != 0) {
      written++;
      if (row >= end) {
        end = row + 1;
      }
    }
  }

  int get(int row) {
    return row < end ? codes[row] : 0;
  }

  boolean allNull(Rows rows) {
    if (written == 0) {
      return true;
    }
    switch (rows) {
      case Rows.Range(int from, int to) -> {
        for (int i = from; i < Math.min(to, end); i++) {
          if (codes[i] != 0) {
            return false;
          }
        }
      }
      case Rows.Order(int[] rowAt, int from, int to) -> {
        for (int i = from; i < to; i++) {
          if (get(rowAt[i]) != 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The codes of the rows, nulls as 0. */
  void gather(Rows rows, int[] out) {
    int end = this.end;
    int[] codes = this.codes;
    switch (rows) {
      case Rows.Range(int from, int to) -> {
        int some = Math.max(0, Math.min(to, end) - from);
        if (some > 0) {
          System.arraycopy(codes, from, out, 0, some);
        }
        Arrays.fill(out, some, to - from, 0);
      }
      case Rows.Order(int[] rowAt, int from, int to) -> {
        for (int i = from; i < to; i++) {
          int row = rowAt[i];
          out[i - from] = row < end ? codes[row] : 0;
        }
      }
    }
  }

  /** Takes the zeros out in place; returns how many codes are left. */
  static int compact(int[] codes, int n, long[] present) {
    int at = 0;
    for (int i = 0, w = 0; i < n; w++) {
      long word = 0;
      int stop = Math.min(n, i + 64);
      for (int bit = 0; i < stop; i++, bit++) {
        int code = codes[i];
        codes[at] = code;
        int has = code == 0 ? 0 : 1;
        at += has;
        word |= (long) has << bit;
      }
      present[w] = word;
    }
    return at;
  }
}
