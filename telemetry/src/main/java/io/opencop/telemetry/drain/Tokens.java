package io.opencop.telemetry.drain;

import static io.opencop.telemetry.drain.Bytes.kind;

/**
 * Splits a log line into words that the program wrote and values it filled in. Reused from line to
 * line; allocates nothing.
 *
 * <p>A value is: what holds a digit (numbers, ids, addresses, times; but not short names such as
 * {@code k8s}), quoted text, what follows {@code key=}, JSON values, the inside of braces and of
 * brackets within brackets, URLs and e-mail addresses. Values that stand side by side count as one.
 * Only the first line of a text counts, and of it the first {@value #MAX_BYTES} bytes and {@value
 * #MAX_TOKENS} tokens.
 */
final class Tokens {
  static final int MAX_TOKENS = 48;
  static final int MAX_BYTES = 2048;

  /** The hash of a value, whatever it is. No word has it. */
  static final long VALUE = 0;

  private static final int LONGEST_WORD = 64;
  private static final int CUT_SHORT = 200;
  private static final String DAYS = "montuewedthufrisatsun";
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final byte[] HONORIFIC = {(byte) 0xEB, (byte) 0x8B, (byte) 0x98}; // 님

  final long[] hashes = new long[MAX_TOKENS];
  final int[] from = new int[MAX_TOKENS];
  final int[] to = new int[MAX_TOKENS];
  int count;

  /** How many tokens are words. */
  int words;

  /** Where the first line starts and ends. */
  int lineFrom;

  int lineTo;

  /** Equal for equal sequences of words and values. */
  long shape;

  private byte[] buf;
  private int end;
  private boolean valueNext; // the next token is the value of a key
  private int keyFrom;
  private int keyTo;
  private int messageEnd; // the quote that closes a message given as msg="…"

  void scan(byte[] buffer, int off, int len) {
    buf = buffer;
    int i = off;
    int limit = off + Math.min(len, MAX_BYTES);
    while (i < limit && kind(buf[i]) == Bytes.SPACE) {
      i++;
    }
    // Not in the middle of a character.
    while (limit < off + len && limit > i && (buf[limit] & 0xC0) == 0x80) {
      limit--;
    }
    lineFrom = i;
    end = i;
    while (end < limit && buf[end] != '\n' && buf[end] != '\r') {
      end++;
    }
    lineTo = end;
    count = 0;
    words = 0;
    shape = 0x9E37_79B9_7F4A_7C15L;
    valueNext = false;
    keyFrom = keyTo = -1;
    messageEnd = -1;
    int depth = 0;
    while (i < end && count < MAX_TOKENS - 1) {
      byte b = buf[i];
      switch (kind(b)) {
        case Bytes.WORD, Bytes.DIGIT -> i = ascii(i);
        case Bytes.FOREIGN -> i = foreign(i);
        case Bytes.OPEN -> {
          if (i > lineFrom && buf[i - 1] == '.') {
            i++; // a logger of Tomcat: o.a.c.C.[.[/]
            continue;
          }
          boolean nested = depth > 0 || valueNext || (b == '{' && i > lineFrom);
          int close = nested ? closing(i) : -1;
          if (close > 0) {
            value(i, close);
            i = close;
          } else {
            depth++;
            i++;
          }
        }
        case Bytes.CLOSE -> {
          depth = Math.max(0, depth - 1);
          i++;
        }
        case Bytes.QUOTE -> i = quoted(i);
        case Bytes.APOSTROPHE -> i = apostrophe(i);
        case Bytes.EQUALS -> {
          i++;
          valueNext = i < end && keyTo == i - 1 && !messageKey() && startsValue(buf[i]);
        }
        case Bytes.COLON -> {
          valueNext = valueNext || (depth > 0 && keyTo == i && oneWordToClose(i + 1));
          i++;
        }
        case Bytes.ESCAPE -> {
          while (i < end && buf[i] != 'm') {
            i++;
          }
          i++;
        }
        default -> i++;
      }
    }
    if (i < end) {
      value(i, end); // the rest of an overlong line
    }
  }

  private static boolean startsValue(byte b) {
    byte k = kind(b);
    return Bytes.word(k) || k == Bytes.QUOTE || k == Bytes.OPEN || k == Bytes.APOSTROPHE;
  }

  private int ascii(int start) {
    if (valueNext) {
      int stop = valueEnd(start);
      value(start, stop);
      return stop;
    }
    int i = start;
    int digits = 0;
    int letters = 0;
    int hex = 0;
    boolean at = false;
    long h = 1;
    for (; i < end; i++) {
      byte b = buf[i];
      byte k = kind(b);
      if (k == Bytes.DIGIT) {
        digits++;
      } else if (k != Bytes.WORD) {
        break;
      } else if (Bytes.letter(b)) {
        letters++;
        hex += (b | 0x20) <= 'f' ? 1 : 0;
      } else {
        at |= b == '@' && letters > 0;
      }
      h = (h ^ b) * 0x100_0000_01B3L;
    }
    if (i + 2 < end && buf[i] == ':' && buf[i + 1] == '/' && buf[i + 2] == '/') {
      int url = url(i);
      value(start, url);
      return url;
    }
    if (digits + letters == 0) {
      return i; // a dash, a dot: no token
    }
    int length = i - start;
    boolean name =
        digits == 0
            || (digits == 1
                && letters == length - 1
                && length <= 6
                && letters > 0
                && Bytes.letter(buf[start]));
    boolean isValue =
        !name
            || at
            || length > LONGEST_WORD
            || (hex == length && length >= 8)
            || (length == 3 && date(start));
    if (isValue) {
      value(start, i);
    } else if (buf[i - 1] == '.') {
      word(start, i - 1, hash(start, i - 1));
    } else {
      word(start, i, h);
    }
    return i;
  }

  /** The value of key=value: up to a space, comma, bracket or quote; Name(…) as a whole. */
  private int valueEnd(int start) {
    for (int i = start; i < end; i++) {
      switch (kind(buf[i])) {
        case Bytes.SPACE, Bytes.CLOSE, Bytes.QUOTE -> {
          return i;
        }
        case Bytes.OPEN -> {
          int close = closing(i);
          return close > 0 ? close : i;
        }
        default -> {
          if (buf[i] == ',' || buf[i] == ';') {
            return i;
          }
        }
      }
    }
    return end;
  }

  /** A day or month that a number follows: Mon Jan 30; Sun, 06 Nov 1994. */
  private boolean date(int start) {
    int next = start + 3;
    while (next < end && (buf[next] == ' ' || buf[next] == ',')) {
      next++;
    }
    if (next == start + 3 || next >= end) {
      return false;
    }
    if (kind(buf[next]) == Bytes.DIGIT) {
      return abbreviation(MONTHS, start) || abbreviation(DAYS, start);
    }
    return abbreviation(DAYS, start)
        && abbreviation(MONTHS, next)
        && next + 4 < end
        && buf[next + 3] == ' '
        && kind(buf[next + 4]) == Bytes.DIGIT;
  }

  private boolean abbreviation(String names, int at) {
    if (at + 3 > end || buf[at] < 'A' || buf[at] > 'Z') {
      return false;
    }
    for (int i = 0; i < names.length(); i += 3) {
      if ((buf[at] | 0x20) == names.charAt(i)
          && buf[at + 1] == names.charAt(i + 1)
          && buf[at + 2] == names.charAt(i + 2)) {
        return true;
      }
    }
    return false;
  }

  /** A run of other scripts. Numbers and names next to it are tokens of their own: 3번, kim님. */
  private int foreign(int start) {
    int i = start;
    int honorific = -1;
    for (; i < end && kind(buf[i]) == Bytes.FOREIGN; i++) {
      if (honorific < 0
          && i > start
          && buf[i] == HONORIFIC[0]
          && i + 2 < end
          && buf[i + 1] == HONORIFIC[1]
          && buf[i + 2] == HONORIFIC[2]) {
        honorific = i;
      }
    }
    if (valueNext) {
      value(start, i);
    } else if (honorific > 0) {
      value(start, honorific); // before 님 stands a person
      word(honorific, i, hash(honorific, i));
    } else {
      word(start, i, hash(start, i));
    }
    return i;
  }

  private int url(int colon) {
    int i = colon;
    while (i < end && kind(buf[i]) != Bytes.SPACE && kind(buf[i]) != Bytes.QUOTE && buf[i] != ')') {
      i++;
    }
    return i;
  }

  /** Is there, inside brackets, just one word up to the next comma or bracket? [name: kim] */
  private boolean oneWordToClose(int start) {
    int i = start;
    while (i < end && buf[i] == ' ') {
      i++;
    }
    int word = i;
    while (i < end && Bytes.word(kind(buf[i]))) {
      i++;
    }
    return i > word && i < end && (buf[i] == ',' || kind(buf[i]) == Bytes.CLOSE);
  }

  /**
   * Returns the place behind the bracket that closes the one at {@code open}; the line's end where
   * much follows that is never closed (a line cut short), -1 where little does.
   */
  private int closing(int open) {
    int depth = 0;
    for (int i = open; i < end; i++) {
      byte k = kind(buf[i]);
      if (k == Bytes.OPEN) {
        depth++;
      } else if (k == Bytes.CLOSE && --depth == 0) {
        return i + 1;
      }
    }
    return end - open > CUT_SHORT ? end : -1;
  }

  private int quoted(int open) {
    int close = open == messageEnd ? end : closingQuote(open);
    if (close >= end) {
      return open + 1;
    }
    int next = close + 1;
    if (next < end && buf[next] == ':' && !valueNext) {
      // A JSON key: kept; its value is one, unless it is the message itself.
      word(open + 1, close, hash(open + 1, close));
      next++;
      while (next < end && buf[next] == ' ') {
        next++;
      }
      valueNext = !messageKey();
      return !valueNext && next < end && buf[next] == '"' ? message(next) : next;
    }
    if (messageKey() && keyTo == open - 1) {
      return message(open);
    }
    int method = requestMethod(open + 1, close);
    if (method > 0) {
      word(open + 1, method, hash(open + 1, method));
      value(method + 1, close);
    } else {
      value(open, next);
    }
    return next;
  }

  /** msg="…": what is inside is the line. */
  private int message(int open) {
    messageEnd = closingQuote(open);
    return open + 1;
  }

  private int closingQuote(int open) {
    int close = open + 1;
    while (close < end && buf[close] != '"') {
      close += buf[close] == '\\' ? 2 : 1;
    }
    return close;
  }

  /** Where the method of {@code GET /path HTTP/1.1} ends, or -1. */
  private int requestMethod(int start, int close) {
    int i = start;
    while (i < close && buf[i] >= 'A' && buf[i] <= 'Z') {
      i++;
    }
    return i > start && i + 1 < close && buf[i] == ' ' && buf[i + 1] == '/' ? i : -1;
  }

  /** 'text' is a value, the apostrophe of can't is not a quote. */
  private int apostrophe(int open) {
    if (open == lineFrom || !Bytes.word(kind(buf[open - 1]))) {
      for (int i = open + 1; i < end; i++) {
        if (buf[i] == '\'' && (i + 1 == end || !Bytes.word(kind(buf[i + 1])))) {
          value(open, i + 1);
          return i + 1;
        }
      }
    }
    return open + 1;
  }

  private boolean messageKey() {
    return switch (keyTo - keyFrom) {
      case 3 -> is("msg") || is("err");
      case 5 -> is("error") || is("event");
      case 6 -> is("reason");
      case 7 -> is("message");
      default -> false;
    };
  }

  private boolean is(String key) {
    for (int i = 0; i < key.length(); i++) {
      if ((buf[keyFrom + i] | 0x20) != key.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** order-consumers, unique_email, /login: rather the name of something than a word of a text. */
  boolean identifier(int token, byte[] buffer) {
    boolean joined = false;
    for (int i = from[token]; i < to[token]; i++) {
      byte b = buffer[i];
      if (b == '.') {
        return false; // a class: two exceptions are two statements
      }
      joined |= b == '-' || b == '_' || b == '/';
    }
    return joined && hashes[token] != VALUE;
  }

  private long hash(int start, int stop) {
    long h = 1;
    for (int i = start; i < stop; i++) {
      h = (h ^ buf[i]) * 0x100_0000_01B3L;
    }
    return h;
  }

  private void word(int start, int stop, long hash) {
    add(start, stop, hash == VALUE ? 1 : hash);
    words++;
    keyFrom = start;
    keyTo = stop;
  }

  private void value(int start, int stop) {
    valueNext = false;
    keyFrom = keyTo = -1;
    if (count > 0 && hashes[count - 1] == VALUE) {
      to[count - 1] = stop;
    } else {
      add(start, stop, VALUE);
    }
  }

  private void add(int start, int stop, long hash) {
    if (count == MAX_TOKENS) {
      return;
    }
    hashes[count] = hash;
    from[count] = start;
    to[count] = stop;
    count++;
    long x = (shape ^ hash) * 0xBF58_476D_1CE4_E5B9L;
    shape = x ^ (x >>> 29);
  }
}
