package io.opencop.model.message;

/**
 * One numbered thing we say to people, in both languages, with the next step.
 *
 * <p>Texts hold named places such as {@code {key}}. The same names stand in both languages. A
 * number is given once and never used again for something else, because people search for it.
 *
 * <pre>
 * COP-10xx configuration   COP-11xx start and stop   COP-12xx requests to the API
 * COP-13xx who may what    COP-14xx receiving        COP-15xx store
 * COP-20xx command line    COP-21xx demo             COP-22xx doctor
 * COP-30xx manifests       COP-31xx why an instance was touched
 * COP-32xx what was done to an app
 * COP-33xx gateway         COP-34xx sessions and their grid
 * COP-35xx running a WAR   COP-36xx sites, deploying and what runs beside the platform
 * </pre>
 */
public interface Message {
  /** Its number and sentences. */
  Words words();

  /** Four digits, unique in the whole program. */
  default int number() {
    return words().number();
  }

  /** What is the case. */
  default Text text() {
    return words().text();
  }

  /** What to do now; both languages empty where there is nothing to do. */
  default Text next() {
    return words().next();
  }

  /** {@code COP-1234}. */
  default String code() {
    return "COP-" + number();
  }

  /** This message about these things: {@code with("key", "api.port", "value", "x")}. */
  default Notice with(Object... namesAndValues) {
    return Notice.of(this, namesAndValues);
  }

  /** One sentence in both languages. */
  record Text(String en, String ko) {
    public static final Text NONE = new Text("", "");

    public String in(Lang lang) {
      return lang == Lang.KO ? ko : en;
    }
  }

  /**
   * What a message consists of.
   *
   * @param next empty in both languages where there is nothing to do
   */
  record Words(int number, Text text, Text next) {
    public Words(int number, String en, String ko, String nextEn, String nextKo) {
      this(number, new Text(en, ko), new Text(nextEn, nextKo));
    }
  }
}
