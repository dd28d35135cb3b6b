package io.opencop.server.auth;

import io.opencop.server.message.Message;

/** COP-13xx: who may do what. */
@SuppressWarnings("ImmutableEnumChecker") // Text is a record of two strings
public enum AuthMessage implements Message {
  NOT_SIGNED_IN(
      1301,
      "Nobody is signed in.",
      "로그인되어 있지 않습니다.",
      "Send the header Authorization: Bearer <token>, or open the link printed at start.",
      "Authorization: Bearer <토큰> 헤더를 보내거나, 시작할 때 출력된 링크를 여십시오."),
  ROLE_TOO_SMALL(
      1302,
      "This needs the role {needed}; {name} has the role {role}.",
      "{needed} 역할이 필요한데 {name}의 역할은 {role}입니다.",
      "Use a token with the role {needed}.",
      "{needed} 역할이 있는 토큰을 쓰십시오."),
  BAD_CREDENTIALS(
      1303,
      "This token or code is not valid.",
      "토큰 또는 코드가 올바르지 않습니다.",
      "A link works once and for ten minutes. The admin token is in the file admin.token of the data"
          + " folder.",
      "링크는 10분 안에 한 번만 쓸 수 있습니다. 관리자 토큰은 데이터 폴더의 admin.token 파일에 있습니다."),
  WRONG_HOST(
      1304,
      "{host} is not a name of this platform.",
      "{host}(은)는 이 플랫폼의 이름이 아닙니다.",
      "Open it under its address, or add the name to web.allowed-hosts.",
      "플랫폼의 주소로 열거나 web.allowed-hosts에 이 이름을 추가하십시오."),
  WRONG_ORIGIN(
      1305,
      "A page of another site ({origin}) may not do this.",
      "다른 사이트({origin})의 페이지는 이 작업을 할 수 없습니다.",
      "Use the platform's own console, or a token without a browser.",
      "플랫폼의 콘솔을 쓰거나, 브라우저 없이 토큰을 쓰십시오."),
  TOO_MANY_TRIES(
      1306,
      "Too many tries to sign in.",
      "로그인 시도가 너무 많습니다.",
      "Try again in {seconds} s.",
      "{seconds}초 뒤에 다시 시도하십시오."),
  STATE_UNREADABLE(
      1307,
      "The secrets in {path} cannot be opened with the key in {key}: {reason}",
      "{path}의 비밀을 {key}의 키로 열 수 없습니다: {reason}",
      "Restore the key file from a backup; or remove {path} and {token}, which makes a new admin token"
          + " and signs everybody out.",
      "백업에서 키 파일을 복구하십시오. 또는 {path}(와)과 {token}(을)를 지우면 새 관리자 토큰이 만들어지고 모든 로그인이" + " 풀립니다.");

  private final int number;
  private final Text text;
  private final Text next;

  AuthMessage(int number, String en, String ko, String nextEn, String nextKo) {
    this.number = number;
    this.text = new Text(en, ko);
    this.next = new Text(nextEn, nextKo);
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public Text text() {
    return text;
  }

  @Override
  public Text next() {
    return next;
  }
}
