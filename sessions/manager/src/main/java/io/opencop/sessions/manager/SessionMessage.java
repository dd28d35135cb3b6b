package io.opencop.sessions.manager;

import java.util.Locale;

/**
 * COP-3400 to 3449 and 347x: what a user's JVM says about its sessions. Same form as the platform's
 * messages, which are of a later Java than the JVM this runs in.
 */
public enum SessionMessage {
  UNREACHABLE(
      3401,
      "The session grid cannot be reached ({0}).",
      "세션 그리드에 연결할 수 없습니다({0}).",
      "The request was refused so that no session is lost. Try again; `cop doctor` shows the grid.",
      "세션을 잃지 않도록 요청을 거절했습니다. 다시 시도하십시오. `cop doctor`로 그리드를 볼 수 있습니다."),
  DEGRADED(
      3402,
      "The session grid cannot be reached ({0}); sessions are served from this instance's own copy.",
      "세션 그리드에 연결할 수 없어({0}) 이 인스턴스의 사본으로 세션을 처리합니다.",
      "Changes since then are lost if this instance ends before the grid is back.",
      "그리드가 돌아오기 전에 이 인스턴스가 끝나면 그 사이의 변경은 사라집니다."),
  NOT_SERIALISABLE(
      3403,
      "Session attribute {0} of class {1} cannot be stored: {2} is not Serializable.",
      "세션 속성 {0}(클래스 {1})을(를) 저장할 수 없습니다. {2} 클래스가 Serializable이 아닙니다.",
      "Make that class Serializable, mark the field transient, or do not put it into the session.",
      "그 클래스를 Serializable로 만들거나 필드를 transient로 하거나 세션에 넣지 마십시오."),
  TOO_LARGE(
      3404,
      "Session attribute {0} of class {1} has {2} bytes; {3} is the limit.",
      "세션 속성 {0}(클래스 {1})의 크기가 {2}바이트로, 한도 {3}바이트를 넘습니다.",
      "Keep an id in the session and the rest in a database, or raise maxAttributeBytes.",
      "세션에는 식별자만 두고 나머지는 데이터베이스에 두거나 maxAttributeBytes를 늘리십시오."),
  NOT_ALLOWED(
      3405,
      "Session attribute {0}: class {1} is not on the list of classes that may be read back.",
      "세션 속성 {0}: {1} 클래스는 읽기가 허용된 목록에 없습니다.",
      "If it is the application's own, add its package to `allow`; otherwise someone tampered.",
      "애플리케이션의 클래스라면 그 패키지를 `allow`에 추가하십시오. 아니라면 누군가 조작한 것입니다."),
  UNREADABLE(
      3406,
      "Session attribute {0} cannot be read: {1}.",
      "세션 속성 {0}을(를) 읽을 수 없습니다: {1}.",
      "A release changed that class: give it a serialVersionUID, or remove the attribute.",
      "릴리스에서 그 클래스가 바뀌었습니다. serialVersionUID를 지정하거나 속성을 지우십시오."),
  SESSION_UNREADABLE(
      3407,
      "Session entry {0} in the grid cannot be read: {1}.",
      "그리드의 세션 항목 {0}을(를) 읽을 수 없습니다: {1}.",
      "It was written by a later OpenCOP or by something else. Upgrade this instance.",
      "더 새로운 OpenCOP이나 다른 프로그램이 쓴 것입니다. 이 인스턴스를 업그레이드하십시오."),
  SETTINGS_UNREADABLE(
      3420,
      "The session settings {0} cannot be read: {1}.",
      "세션 설정 {0}을(를) 읽을 수 없습니다: {1}.",
      "The platform writes that file; start the application again, or look at its owner and mode.",
      "플랫폼이 쓰는 파일입니다. 애플리케이션을 다시 시작하거나 파일의 소유자와 권한을 확인하십시오."),
  SETTINGS_WRONG(
      3421,
      "The session settings {0} are not right: {1}.",
      "세션 설정 {0}이(가) 올바르지 않습니다: {1}.",
      "Correct these keys and start again.",
      "이 키들을 고치고 다시 시작하십시오."),
  SETTINGS_UNKNOWN(
      3422,
      "The session settings {0} have a key this version does not know: {1}.",
      "세션 설정 {0}에 이 버전이 모르는 키가 있습니다: {1}.",
      "It is left aside.",
      "그 키는 쓰지 않습니다."),
  MANAGER_REPLACED(
      3423,
      "The application's own session manager {0} is not used.",
      "애플리케이션이 지정한 세션 관리자 {0}을(를) 쓰지 않습니다.",
      "Sessions are the platform's; take the Manager out of META-INF/context.xml.",
      "세션은 플랫폼이 맡습니다. META-INF/context.xml에서 Manager를 지우십시오."),
  LOGIN_REFUSED(
      3470,
      "You are signed in somewhere else, and this application allows one sign-in at a time.",
      "다른 곳에서 이미 로그인되어 있습니다. 이 애플리케이션은 동시에 한 곳에서만 로그인할 수 있습니다.",
      "Sign out there, or wait until that session has ended, and sign in again.",
      "그곳에서 로그아웃하거나 그 세션이 끝난 뒤 다시 로그인하십시오."),
  NO_FIGURES(
      3471,
      "Session figures cannot be published in the grid ({0}).",
      "세션 통계를 그리드에 게시할 수 없습니다({0}).",
      "Sessions are not affected. The grid needs a cache {1}, or the right to create it.",
      "세션에는 영향이 없습니다. 그리드에 캐시 {1}(을)를 만들거나 만들 권한을 주십시오."),
  NO_USER(
      3472,
      "The user cannot be read from session attribute {0}: {1}.",
      "세션 속성 {0}에서 사용자를 읽을 수 없습니다: {1}.",
      "Duplicate sign-ins of this user are not noticed. Correct user-attribute.",
      "이 사용자의 중복 로그인은 감지되지 않습니다. user-attribute를 고치십시오.");

  private final int number;
  private final String en;
  private final String ko;
  private final String nextEn;
  private final String nextKo;

  SessionMessage(int number, String en, String ko, String nextEn, String nextKo) {
    this.number = number;
    this.en = en;
    this.ko = ko;
    this.nextEn = nextEn;
    this.nextKo = nextKo;
  }

  /** {@code COP-3401}. */
  public String code() {
    return "COP-" + number;
  }

  /** Code, what is the case and what to do, in this language. */
  public String in(Locale language, Object... values) {
    boolean korean = "ko".equals(language.getLanguage());
    String text = (korean ? ko : en) + " " + (korean ? nextKo : nextEn);
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return code() + " " + text;
  }

  /** In the language of this JVM, for its log and its exceptions. */
  public String here(Object... values) {
    return in(Locale.getDefault(), values);
  }
}
