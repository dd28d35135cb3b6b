package io.opencop.cli.machine;

import io.opencop.model.message.Message.Text;

/** What one check of the machine found. */
public record Finding(Level level, Text what, Text next) {
  /** How bad it is. */
  public enum Level {
    OK,
    WARN,
    FAIL
  }

  static Finding ok(String en, String ko) {
    return new Finding(Level.OK, new Text(en, ko), Text.NONE);
  }

  static Finding warn(String en, String ko, String nextEn, String nextKo) {
    return new Finding(Level.WARN, new Text(en, ko), new Text(nextEn, nextKo));
  }

  static Finding fail(String en, String ko, String nextEn, String nextKo) {
    return new Finding(Level.FAIL, new Text(en, ko), new Text(nextEn, nextKo));
  }
}
