package io.opencop.server.auth;

import io.opencop.model.message.Message;

/** COP-13xx: who may do what. */
@SuppressWarnings("ImmutableEnumChecker") // Text is a record of two strings
public enum AuthMessage implements Message {
  NOT_SIGNED_IN(
      1301,
      "Nobody is signed in.",
      "로그인되어 있지 않습니다.",
      "A browser: open the link that `cop link` prints. A program: send the header Authorization:"
          + " Bearer <token>.",
      "브라우저에서는 `cop link`가 출력하는 링크를 여십시오. 프로그램은 Authorization: Bearer <토큰> 헤더를" + " 보내십시오."),
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
      "A link works once and for ten minutes. `cop link`, on the platform's machine, prints a new"
          + " one.",
      "링크는 10분 안에 한 번만 쓸 수 있습니다. 플랫폼이 있는 기계에서 `cop link`를 실행하면 새 링크가 나옵니다."),
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
      "백업에서 키 파일을 복구하십시오. 또는 {path}(와)과 {token}(을)를 지우면 새 관리자 토큰이 만들어지고 모든 로그인이" + " 풀립니다."),
  TOKEN_NOT_ACCEPTED(
      1308,
      "The token was not accepted.",
      "토큰이 받아들여지지 않았습니다.",
      "It is mistyped, over, taken away, or of another platform. An admin makes a new one: cop token"
          + " create <name>",
      "잘못 입력했거나, 기한이 지났거나, 회수되었거나, 다른 플랫폼의 토큰입니다. 관리자가 새로 만들 수 있습니다:" + " cop token create <이름>"),
  TOKEN_EXISTS(
      1309,
      "There is a token named {name} already.",
      "{name}(이)라는 토큰이 이미 있습니다.",
      "Choose another name, or take that one away first: cop token revoke {name}",
      "다른 이름을 쓰거나 먼저 회수하십시오: cop token revoke {name}"),
  NO_SUCH_TOKEN(
      1310,
      "There is no token named {name}.",
      "{name}(이)라는 토큰은 없습니다.",
      "Those that exist: cop token list",
      "있는 토큰 보기: cop token list"),
  TOKEN_NOT_OURS(
      1311,
      "The token {name} cannot be taken away here: `cop token create` did not make it.",
      "토큰 {name}(은)는 `cop token create`로 만든 것이 아니라서 여기서 회수할 수 없습니다.",
      "Take it out of auth.tokens and start the platform again. The token admin always exists.",
      "auth.tokens에서 빼고 플랫폼을 다시 시작하십시오. admin 토큰은 항상 있습니다."),
  TOO_MANY_TOKENS(
      1312,
      "There are {most} tokens already.",
      "이미 토큰이 {most}개 있습니다.",
      "Take away those nobody uses: cop token list, cop token revoke <name>",
      "쓰지 않는 것을 회수하십시오: cop token list, cop token revoke <이름>");

  private final Words words;

  AuthMessage(int number, String en, String ko, String nextEn, String nextKo) {
    this.words = new Words(number, en, ko, nextEn, nextKo);
  }

  @Override
  public Words words() {
    return words;
  }
}
