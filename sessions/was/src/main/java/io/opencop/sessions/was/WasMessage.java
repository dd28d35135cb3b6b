package io.opencop.sessions.was;

import java.util.Locale;

/**
 * COP-3500 to 3519: what starting a WAR says. Same form as the platform's messages, which are of a
 * later Java than the JVM this may run in.
 */
enum WasMessage {
  RUNS(3500, "Tomcat {0} runs {1}: {2}.", "Tomcat {0}에서 {1}을(를) 실행합니다: {2}.", "", ""),
  USAGE(
      3501,
      "The arguments are not right: {0}.",
      "인수가 올바르지 않습니다: {0}.",
      "Use --war FILE --port PORT [--context PATH] [--tomcat 9|10|11] [--address ADDRESS]"
          + " [--work FOLDER].",
      "--war 파일 --port 포트 [--context 경로] [--tomcat 9|10|11] [--address 주소]"
          + " [--work 폴더]와 같이 쓰십시오."),
  NO_WAR(
      3502,
      "{0} cannot be read as a WAR: {1}.",
      "{0}을(를) WAR로 읽을 수 없습니다: {1}.",
      "Build the archive again, or name another with --war.",
      "아카이브를 다시 만들거나 --war로 다른 파일을 지정하십시오."),
  NO_TOMCAT(
      3503,
      "There is no Tomcat in {0}.",
      "{0}에 Tomcat이 없습니다.",
      "Build the platform again (`cop build`), or choose another with --tomcat.",
      "플랫폼을 다시 빌드하거나(`cop build`) --tomcat으로 다른 버전을 고르십시오."),
  PORT_TAKEN(
      3504,
      "Port {0} of {1} cannot be opened: {2}.",
      "{1}의 포트 {0}을(를) 열 수 없습니다: {2}.",
      "End what listens there, or choose another with --port.",
      "그 포트를 쓰는 프로세스를 끝내거나 --port로 다른 포트를 고르십시오."),
  NOT_STARTED(
      3505,
      "{0} did not start: {1}.",
      "{0}이(가) 시작되지 못했습니다: {1}.",
      "The log above has the whole story.",
      "자세한 내용은 위의 로그에 있습니다.");

  private final int number;
  private final String en;
  private final String ko;
  private final String nextEn;
  private final String nextKo;

  WasMessage(int number, String en, String ko, String nextEn, String nextKo) {
    this.number = number;
    this.en = en;
    this.ko = ko;
    this.nextEn = nextEn;
    this.nextKo = nextKo;
  }

  /** Number, what is the case and what to do, in this language. */
  String in(Locale language, Object... values) {
    boolean korean = "ko".equals(language.getLanguage());
    String text = korean ? ko : en;
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    String next = korean ? nextKo : nextEn;
    return "COP-" + number + " " + text + (next.isEmpty() ? "" : " " + next);
  }

  /** In the language of this JVM, for its log. */
  String here(Object... values) {
    return in(Locale.getDefault(), values);
  }
}
