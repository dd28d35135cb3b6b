package io.opencop.bench.failover;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What became of all requests, and the first of each bad kind word by word. */
final class Tally {
  private static final int WORD_BY_WORD = 10;

  private final Map<String, List<String>> bad = new TreeMap<>();
  private final Map<String, Long> badCounts = new TreeMap<>();
  private String moment = "before the first event";
  private long momentNanos = System.nanoTime();
  private long asked;
  private long answered;
  private long sessionsLost;
  private long attributesLost;
  private long failed;
  private long interrupted;

  /** Counts at one moment. */
  record Counts(
      long asked,
      long answered,
      long sessionsLost,
      long attributesLost,
      long failed,
      long interrupted) {
    boolean isClean() {
      return sessionsLost + attributesLost + failed == 0;
    }
  }

  /** What goes on from now, for who reads of a failure later. */
  synchronized void moment(String what) {
    moment = what;
    momentNanos = System.nanoTime();
  }

  synchronized void asked() {
    asked++;
  }

  synchronized void answered() {
    answered++;
  }

  synchronized void sessionLost(User user, String words) {
    sessionsLost++;
    note("session lost", user, words);
  }

  synchronized void attributesLost(User user, List<String> words) {
    attributesLost += words.size();
    words.forEach(w -> note("attribute lost", user, w));
  }

  /**
   * A request without its answer.
   *
   * @param excused whether it was not safe to send again: then nobody could have answered it
   */
  synchronized void failed(User user, Ask ask, boolean excused, String kind, String words) {
    if (excused) {
      interrupted++;
    } else {
      failed++;
    }
    String line = ask.kind().line();
    note((excused ? "interrupted " : "failed ") + line + ", " + kind, user, words);
  }

  private void note(String kind, User user, String words) {
    badCounts.merge(kind, 1L, Long::sum);
    List<String> first = bad.computeIfAbsent(kind, _ -> new ArrayList<>());
    if (first.size() < WORD_BY_WORD) {
      first.add(
          "user %d, %.3f s after %s: %s"
              .formatted(
                  user.number(), (System.nanoTime() - momentNanos) / 1e9, moment, words.strip()));
    }
  }

  synchronized Counts counts() {
    return new Counts(asked, answered, sessionsLost, attributesLost, failed, interrupted);
  }

  /** How often each bad thing happened, and its first ten. */
  synchronized List<String> told() {
    return badCounts.entrySet().stream()
        .flatMap(e ->
            Stream.concat(
                Stream.of(e.getValue() + " x " + e.getKey()),
                bad.get(e.getKey()).stream().map(w -> "    " + w)))
        .toList();
  }
}
