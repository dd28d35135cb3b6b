package io.opencop.sessions.was;

import java.util.Locale;

/**
 * Which Tomcat a WAR gets, and why.
 *
 * @param why one clause, in the language of this JVM
 */
record Choice(Tomcat tomcat, String why) {
  /** The clauses. */
  enum Why {
    ASKED("--tomcat asks for it", "--tomcat으로 지정했습니다"),
    USES("{0} uses {1}", "{0}에서 {1}을(를) 씁니다"),
    NEEDS("{0} needs {1}", "{0}에 {1}이(가) 필요합니다"),
    DECLARES("{0} declares Servlet {1}", "{0}에 Servlet {1}(으)로 선언되어 있습니다"),
    NOTHING("nothing in it says which Servlet version it needs", "필요한 Servlet 버전을 알려 주는 것이 없습니다");

    private final String en;
    private final String ko;

    Why(String en, String ko) {
      this.en = en;
      this.ko = ko;
    }

    String in(Locale language, Object... values) {
      String text = "ko".equals(language.getLanguage()) ? ko : en;
      for (int i = 0; i < values.length; i++) {
        text = text.replace("{" + i + "}", String.valueOf(values[i]));
      }
      return text;
    }

    Choice to(Tomcat tomcat, Object... values) {
      return new Choice(tomcat, in(Locale.getDefault(), values));
    }
  }
}
