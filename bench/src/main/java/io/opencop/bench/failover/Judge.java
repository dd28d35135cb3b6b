package io.opencop.bench.failover;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of each answer whether it is right, and of each missing one whether that is excused. */
final class Judge {
  /** Answers of the gateway where the application may have had the request already. */
  private static final List<String> MAYBE_CARRIED_OUT = List.of("COP-3303", "COP-3304");

  private static final Pattern CODE = Pattern.compile("COP-\\d{4}");
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int MOST_WORDS = 300;

  private final Tally tally;

  Judge(Tally tally) {
    this.tally = tally;
  }

  void answered(User user, Ask ask, Response response) throws IOException {
    String body = response.body();
    State state = response.status() == OK ? State.read(body) : null;
    if (state != null) {
      tally.answered();
      user.cookie(cookie(response.header("set-cookie")));
      right(user, ask, state);
    } else if (response.status() == UNAUTHORIZED && ask.kind() != Ask.Kind.LOG_IN) {
      tally.answered();
      lost(user, "there is no session");
    } else {
      refused(user, ask, response, body);
    }
  }

  private void right(User user, Ask ask, State state) {
    if (state.user() != user.number()) {
      lost(user, "the session of user " + state.user());
    } else if (ask.kind() == Ask.Kind.LOG_IN) {
      user.loggedIn(state);
    } else {
      List<String> words = user.compare(ask, state);
      if (!words.isEmpty()) {
        tally.attributesLost(user, words);
      }
    }
  }

  private void lost(User user, String words) {
    user.loggedOut();
    tally.sessionLost(user, words);
  }

  private void refused(User user, Ask ask, Response response, String body) {
    Matcher code = CODE.matcher(body);
    String who = code.find() ? code.group() : "";
    // Anything the application itself answered counts: it had the time to say something better.
    boolean excused = !ask.isIdempotent() && MAYBE_CARRIED_OUT.contains(who);
    user.unsure(ask);
    String kind = (response.status() + " " + who).strip();
    String words = response.statusLine() + " " + body.strip().replaceAll("\\s+", " ");
    tally.failed(
        user, ask, excused, kind, words.substring(0, Math.min(MOST_WORDS, words.length())));
  }

  /**
   * The connection to the gateway ended.
   *
   * @param sent whether any byte of the request may have gone out
   */
  void broken(User user, Ask ask, boolean sent, String kind, String words) {
    user.unsure(ask);
    tally.failed(user, ask, sent && !ask.isIdempotent(), kind, words);
  }

  private static String cookie(String field) {
    int end = field.indexOf(';');
    return end < 0 ? field : field.substring(0, end);
  }
}
