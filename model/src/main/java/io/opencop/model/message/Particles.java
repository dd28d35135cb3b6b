package io.opencop.model.message;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Korean particles take one of two forms, by whether the word before ends in a consonant. Texts
 * with places write both, {@code {port}(을)를}, and the form is chosen when the place is filled.
 */
public final class Particles {
  /** What stands in a text, and the forms after a consonant and after a vowel. */
  private static final Map<String, String[]> FORMS =
      Map.of(
          "(을)를", new String[] {"을", "를"},
          "(은)는", new String[] {"은", "는"},
          "(이)가", new String[] {"이", "가"},
          "(와)과", new String[] {"과", "와"},
          "(으)로", new String[] {"으로", "로"},
          "(이)라", new String[] {"이라", "라"});

  private static final Pattern CHOICE = Pattern.compile("\\((?:을|은|이|와|으)\\)[를는가과로라]");

  /** Digits and letters whose Korean names end in a consonant: 영 일 삼 육 칠 팔, 엘 엠 엔 알. */
  private static final String CLOSED = "013678lmnrLMNR";

  /** ㄹ counts as a vowel for 으로/로: 1 일, 7 칠, 8 팔, l 엘, r 알. */
  private static final String CLOSED_BY_L = "178lrLR";

  private static final int SYLLABLES = 0xAC00;
  private static final int SYLLABLES_END = 0xD7A3;
  private static final int FINALS = 28;
  private static final int FINAL_L = 8;

  private Particles() {}

  public static String settle(String text) {
    Matcher matcher = CHOICE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String[] forms = FORMS.get(matcher.group());
      boolean instrumental = matcher.group().equals("(으)로");
      if (forms != null) {
        boolean closed = closed(text, matcher.start(), instrumental);
        matcher.appendReplacement(out, closed ? forms[0] : forms[1]);
      }
    }
    return matcher.appendTail(out).toString();
  }

  /** Quotes and brackets are not spoken, so the last spoken character decides. */
  private static boolean closed(String text, int end, boolean instrumental) {
    for (int i = end - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c >= SYLLABLES && c <= SYLLABLES_END) {
        int last = (c - SYLLABLES) % FINALS;
        return last != 0 && !(instrumental && last == FINAL_L);
      }
      if (Character.isLetterOrDigit(c)) {
        return CLOSED.indexOf(c) >= 0 && !(instrumental && CLOSED_BY_L.indexOf(c) >= 0);
      }
    }
    return false;
  }
}
