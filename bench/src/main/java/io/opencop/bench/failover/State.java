package io.opencop.bench.failover;

import io.opencop.bench.failover.app.CounterServlet;
import java.util.ArrayList;
import java.util.List;

/**
 * What a session has, as the application tells it.
 *
 * @param attributes sequence of the write each value comes from; 0 for none, -1 for a value that no
 *     write of this user has set
 */
record State(int user, int count, List<Integer> attributes) {
  private static final String PADDING = "x".repeat(180);

  /** A value like no other; eight of them make a session of 2 KB. */
  static String value(int user, int sequence) {
    return user + "." + sequence + "." + PADDING;
  }

  /** Null where it is not the application's answer. */
  static State read(String body) {
    String[] words = body.strip().split(" ", -1);
    if (words.length != 2 + CounterServlet.ATTRIBUTES) {
      return null;
    }
    try {
      int user = Integer.parseInt(words[0]);
      List<Integer> attributes = new ArrayList<>();
      for (int i = 2; i < words.length; i++) {
        attributes.add(sequence(user, words[i]));
      }
      return new State(user, Integer.parseInt(words[1]), attributes);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static int sequence(int user, String word) {
    if (word.equals("-")) {
      return 0;
    }
    int first = word.indexOf('.');
    int second = word.indexOf('.', first + 1);
    if (first < 0 || second < 0) {
      return -1;
    }
    int sequence = Integer.parseInt(word.substring(first + 1, second));
    return word.equals(value(user, sequence)) ? sequence : -1;
  }
}
