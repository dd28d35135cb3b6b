package io.opencop.bench.app;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What a shop keeps for a visitor: an object that changes in place with each request. */
public final class Basket implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LINES = 12;

  private final List<Line> lines = new ArrayList<>();
  private int changes;

  /** One article. */
  static final class Line implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String article;
    private final String name;
    private final long price;
    private int pieces;

    Line(String article, String name, long price) {
      this.article = article;
      this.name = name;
      this.price = price;
    }

    long sum() {
      return price * pieces;
    }

    @Override
    public String toString() {
      return pieces + " of " + article + " (" + name + ")";
    }
  }

  Basket() {
    for (int i = 0; i < LINES; i++) {
      lines.add(new Line("A-" + (10_000 + i), "article number " + i, 990 + 100L * i));
    }
  }

  /**
   * One piece more of one article.
   *
   * @return changes so far
   */
  int change() {
    lines.get(changes % LINES).pieces++;
    return ++changes;
  }

  long sum() {
    return lines.stream().mapToLong(Line::sum).sum();
  }
}
