package io.opencop.server.message;

import io.opencop.model.message.Message;

/**
 * COP-10xx: what can be wrong with the configuration. {@code {place}} is file:line, variable or
 * flag.
 */
@SuppressWarnings("ImmutableEnumChecker") // Text is a record of two strings
public enum ConfigMessage implements Message {
  UNKNOWN_KEY(
      1001,
      "{place}: there is no setting {key}.",
      "{place}: {key}(이)라는 설정은 없습니다.",
      "Remove it. `cop config` lists every setting.",
      "지우십시오. 모든 설정은 `cop config`로 볼 수 있습니다."),
  UNKNOWN_KEY_NEAR(
      1002,
      "{place}: there is no setting {key}. Did you mean {near}?",
      "{place}: {key}(이)라는 설정은 없습니다. 혹시 {near}입니까?",
      "Write {near}, or remove it. `cop config` lists every setting.",
      "{near}(으)로 고치거나 지우십시오. 모든 설정은 `cop config`로 볼 수 있습니다."),
  BAD_VALUE(
      1003,
      "{place}: {key} cannot be {value}.",
      "{place}: {key}에 {value} 값을 쓸 수 없습니다.",
      "Expected: {expected}.",
      "다음과 같이 쓰십시오: {expected}."),
  BAD_FILE(
      1004,
      "{place}: not valid YAML: {reason}",
      "{place}: 올바른 YAML이 아닙니다: {reason}",
      "Mend the file at this place.",
      "파일의 이 위치를 고치십시오."),
  NO_FILE(
      1005,
      "{place}: the configuration file cannot be read: {reason}",
      "{place}: 설정 파일을 읽을 수 없습니다: {reason}",
      "Check the path and its permissions, or leave the file out.",
      "경로와 권한을 확인하거나 파일을 지정하지 마십시오."),
  TWICE(
      1006,
      "{place}: {key} is given twice; the first is at {first}.",
      "{place}: {key}(이)가 두 번 나옵니다. 처음은 {first}입니다.",
      "Keep one of them.",
      "하나만 남기십시오."),
  BAD_FLAG(
      1007,
      "{place}: a setting on the command line has the form key=value.",
      "{place}: 명령줄 설정은 키=값 꼴이어야 합니다.",
      "For example: --set web.port=4901",
      "예: --set web.port=4901"),
  NEEDS_TLS(
      1010,
      "{key} is {value}, which other machines can reach, but there is no TLS.",
      "{key}(이)가 {value}(이)라서 다른 기계가 접속할 수 있는데 TLS가 없습니다.",
      "Set tls.certificate and tls.key; or tls.behind-tls=true if something in front of the platform"
          + " ends TLS; or listen on 127.0.0.1.",
      "tls.certificate와 tls.key를 설정하거나, 앞단에서 TLS를 처리한다면 tls.behind-tls=true로"
          + " 하거나, 127.0.0.1에서만 받으십시오."),
  NEEDS_OTLP_TOKEN(
      1011,
      "{key} is {value}, which other machines can reach, but there is no OTLP token.",
      "{key}(이)가 {value}(이)라서 다른 기계가 접속할 수 있는데 OTLP 토큰이 없습니다.",
      "Set otlp.tokens, and give senders the header: Authorization: Bearer <token>",
      "otlp.tokens를 설정하고 보내는 쪽에 헤더를 주십시오: Authorization: Bearer <토큰>"),
  HALF_TLS(
      1012,
      "{present} is set, but {missing} is not.",
      "{present}(은)는 있는데 {missing}(이)가 없습니다.",
      "Set both or neither.",
      "둘 다 설정하거나 둘 다 빼십시오."),
  SAME_PORT(
      1013,
      "{key} and {other} are both port {value} on the same address.",
      "{key}(와)과 {other}(이)가 같은 주소의 같은 포트 {value}입니다.",
      "Give one of them another port.",
      "하나를 다른 포트로 바꾸십시오."),
  WEAK_TOKEN(
      1014,
      "{place}: a token in {key} is shorter than {least} characters.",
      "{place}: {key}의 토큰이 {least}자보다 짧습니다.",
      "Make one, for example: openssl rand -hex 24",
      "예를 들어 이렇게 만드십시오: openssl rand -hex 24"),
  UNREADABLE(
      1015,
      "{place}: {key} names {value}, which cannot be read.",
      "{place}: {key}의 {value}(을)를 읽을 수 없습니다.",
      "Check that the file exists and that this user may read it.",
      "파일이 있는지, 이 사용자가 읽을 수 있는지 확인하십시오."),
  GATEWAY_NEEDS_TLS(
      1016,
      "gateway.listen is {value}, which other machines can reach, but the gateway has no TLS.",
      "gateway.listen이 {value}(이)라서 다른 기계가 접속할 수 있는데 게이트웨이에 TLS가 없습니다.",
      "Set gateway.certificate and gateway.key; or tls.behind-tls=true if something in front of it"
          + " ends TLS; or listen on 127.0.0.1.",
      "gateway.certificate와 gateway.key를 설정하거나, 앞단에서 TLS를 처리한다면 tls.behind-tls=true로"
          + " 하거나, 127.0.0.1에서만 받으십시오.");

  private final Words words;

  ConfigMessage(int number, String en, String ko, String nextEn, String nextKo) {
    this.words = new Words(number, en, ko, nextEn, nextKo);
  }

  @Override
  public Words words() {
    return words;
  }
}
