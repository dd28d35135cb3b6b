package io.opencop.bench.failover;

import io.opencop.bench.failover.app.CounterServlet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One user with what the server must have of it: the ledger of everything whose response came back.
 * A write whose response was lost may have been carried out or not, until a later write is
 * answered: two writes of a session never pass each other, so by then it is settled.
 */
final class User {
  private final int number;
  private final int[] attributes = new int[CounterServlet.ATTRIBUTES];
  private final List<Ask> unsure = new ArrayList<>(0);
  private String cookie = "";
  private boolean loggedIn;
  private int count;
  private int unsureCounts;
  private int sequence;

  User(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  boolean isLoggedIn() {
    return loggedIn;
  }

  /** Reads and writes in equal parts. */
  Ask next(RandomGenerator random) {
    if (!loggedIn) {
      return Ask.LOG_IN;
    }
    return random.nextBoolean()
        ? Ask.READ
        : Ask.write(random.nextInt(attributes.length), ++sequence);
  }

  byte[] request(Ask ask, String host) {
    String body =
        switch (ask.kind()) {
          case LOG_IN -> "user=" + number;
          case READ -> "";
          case WRITE -> "at=" + ask.at() + "&value=" + State.value(number, ask.sequence());
        };
    String head =
        ask.kind().line()
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nAccept: application/json, text/plain\r\n"
            + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n")
            + (body.isEmpty()
                ? ""
                : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + body.length()
                    + "\r\n")
            + "\r\n";
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }

  /** Keeps what the server wants to be told next time; empty changes nothing. */
  void cookie(String value) {
    if (!value.isEmpty()) {
      cookie = value;
    }
  }

  /** The response was lost: the request may have been carried out. */
  void unsure(Ask ask) {
    if (ask.kind() == Ask.Kind.WRITE) {
      unsure.add(ask);
      unsureCounts++;
    }
  }

  /** There is no such session any more. It is lost once; then the user logs in again. */
  void loggedOut() {
    loggedIn = false;
    cookie = "";
  }

  void loggedIn(State state) {
    loggedIn = true;
    unsure.clear();
    unsureCounts = 0;
    take(state);
  }

  /**
   * Compares with what the server must have, and takes what it has from then on.
   *
   * @return what is lost, in words; none where all is well
   */
  List<String> compare(Ask ask, State state) {
    List<String> lost = new ArrayList<>(0);
    boolean wrote = ask.kind() == Ask.Kind.WRITE;
    int least = count + (wrote ? 1 : 0);
    if (state.count() < least || state.count() > least + unsureCounts) {
      lost.add("count must be %d, is %d".formatted(least, state.count()));
    }
    for (int i = 0; i < attributes.length; i++) {
      int must = wrote && ask.at() == i ? ask.sequence() : attributes[i];
      int is = state.attributes().get(i);
      if (is != must && !mayBe(i, is)) {
        lost.add("attribute %d must be of write %d, is of %d".formatted(i, must, is));
      }
    }
    if (wrote) {
      unsure.clear();
      unsureCounts = 0;
    } else {
      unsureCounts = Math.max(0, unsureCounts - Math.max(0, state.count() - least));
    }
    take(state);
    return lost;
  }

  private boolean mayBe(int attribute, int write) {
    return unsure.stream().anyMatch(a -> a.at() == attribute && a.sequence() == write);
  }

  private void take(State state) {
    count = state.count();
    for (int i = 0; i < attributes.length; i++) {
      attributes[i] = state.attributes().get(i);
    }
  }
}
