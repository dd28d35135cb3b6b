package io.opencop.sessions.manager.statistics;

/**
 * How many different things came by in the last minutes. A table of hashes with the minute each was
 * seen last, in stripes so that threads do not wait for each other.
 */
final class Recent {
  private static final int STRIPES = 16;
  private static final int MOST_A_STRIPE = 1 << 16;

  private final int minutes;
  private final Stripe[] stripes = new Stripe[STRIPES];

  Recent(int minutes) {
    this.minutes = minutes;
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Stripe();
    }
  }

  void saw(String name, int minute) {
    long hash = hash(name);
    stripes[(int) (hash >>> 60)].saw(hash == 0 ? 1 : hash, minute, minute - minutes);
  }

  /** How many; at most a million are told apart. */
  int count(int minute) {
    int all = 0;
    for (Stripe stripe : stripes) {
      all += stripe.count(minute - minutes);
    }
    return all;
  }

  /** FNV-1a, then mixed: ids are random already, names are not. */
  static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    return hash ^ (hash >>> 32);
  }

  /** Open addressing; what is too old makes room when the table is full. */
  private static final class Stripe {
    private long[] keys = new long[64];
    private int[] seen = new int[64];
    private int used;

    synchronized void saw(long key, int minute, int oldest) {
      if (used * 2 >= keys.length) {
        again(oldest);
        if (used >= MOST_A_STRIPE) {
          return;
        }
      }
      int at = place(key);
      if (keys[at] == 0) {
        keys[at] = key;
        used++;
      }
      seen[at] = minute;
    }

    private int place(long key) {
      int at = (int) key & (keys.length - 1);
      while (keys[at] != 0 && keys[at] != key) {
        at = (at + 1) & (keys.length - 1);
      }
      return at;
    }

    private void again(int oldest) {
      long[] before = keys;
      int[] when = seen;
      int left = count(oldest);
      int size = 64;
      while (size < left * 4) {
        size *= 2;
      }
      keys = new long[size];
      seen = new int[size];
      used = 0;
      for (int i = 0; i < before.length; i++) {
        if (before[i] != 0 && when[i] > oldest) {
          int at = place(before[i]);
          keys[at] = before[i];
          seen[at] = when[i];
          used++;
        }
      }
    }

    synchronized int count(int oldest) {
      int count = 0;
      for (int i = 0; i < keys.length; i++) {
        if (keys[i] != 0 && seen[i] > oldest) {
          count++;
        }
      }
      return count;
    }
  }
}
