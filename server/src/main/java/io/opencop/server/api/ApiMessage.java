package io.opencop.server.api;

import io.opencop.model.message.Message;

/** COP-12xx: requests to the API. */
@SuppressWarnings("ImmutableEnumChecker") // Text is a record of two strings
public enum ApiMessage implements Message {
  NO_PATH(
      1201,
      "There is no {path}.",
      "{path}(이)라는 경로는 없습니다.",
      "The paths stand in the documentation of the API.",
      "사용할 수 있는 경로는 API 문서에 있습니다."),
  NO_METHOD(
      1202,
      "{path} does not take {method}.",
      "{path}에 {method}(은)는 쓸 수 없습니다.",
      "Use {allowed}.",
      "{allowed}(을)를 쓰십시오."),
  INVALID(
      1203,
      "The request is not valid: {fields}.",
      "요청이 올바르지 않습니다: {fields}.",
      "Mend the fields named in errors.",
      "errors에 적힌 필드를 고치십시오."),
  TOO_LARGE(
      1204, "The body is larger than {limit}.", "본문이 {limit}보다 큽니다.", "Send less.", "더 작게 보내십시오."),
  NOT_JSON(
      1205,
      "The body must be application/json.",
      "본문은 application/json이어야 합니다.",
      "Send the header Content-Type: application/json.",
      "Content-Type: application/json 헤더를 보내십시오."),
  NOT_SEEN(
      1206,
      "{what} was not seen in this time range.",
      "이 시간 범위에서 {what}(을)를 찾을 수 없습니다.",
      "Choose a longer time range, or check the name.",
      "시간 범위를 넓히거나 이름을 확인하십시오."),
  BUSY(
      1207,
      "Too many questions are being answered at the moment.",
      "지금 처리 중인 질의가 너무 많습니다.",
      "Ask again in a few seconds.",
      "몇 초 뒤에 다시 물어보십시오."),
  FAILED(
      1208,
      "The platform failed to answer.",
      "플랫폼이 응답하지 못했습니다.",
      "Its log has the details under the id {id}.",
      "자세한 내용은 로그의 {id}에 있습니다."),
  NOT_READY(
      1209,
      "The platform is not ready: {reason}.",
      "플랫폼이 아직 준비되지 않았습니다: {reason}.",
      "Ask again in a few seconds.",
      "몇 초 뒤에 다시 물어보십시오."),
  TOO_MANY_TAILS(
      1210,
      "{limit} live tails run already.",
      "이미 실시간 로그 {limit}개가 열려 있습니다.",
      "Close one of them, or raise limits.tails.",
      "하나를 닫거나 limits.tails를 늘리십시오."),
  NOT_OFFERED(
      1211,
      "This store does not offer {what}.",
      "이 저장소는 {what}(을)를 제공하지 않습니다.",
      "Use the platform's own disk store.",
      "플랫폼의 디스크 저장소를 쓰십시오."),
  BAD_QUESTION(
      1212,
      "The question cannot be answered: {reason}",
      "이 질의에는 답할 수 없습니다: {reason}",
      "Mend what is named and ask again.",
      "지적된 부분을 고쳐 다시 물어보십시오."),
  TOO_SLOW(
      1213,
      "The request did not arrive in time.",
      "요청이 제시간에 도착하지 않았습니다.",
      "Send it again.",
      "다시 보내십시오."),
  NOT_STORED(
      1214,
      "This cannot be stored now: {reason}",
      "지금은 저장할 수 없습니다: {reason}",
      "See the page Platform health, and send it again.",
      "플랫폼 상태 화면을 확인하고 다시 보내십시오."),
  NO_CONSOLE(
      1215,
      "The console was not built into this platform.",
      "이 플랫폼에는 콘솔이 빌드되어 있지 않습니다.",
      "Run ./cop, which builds it. The API is at /api/v1.",
      "./cop을 실행하면 빌드됩니다. API는 /api/v1에 있습니다."),
  SQL_FAILED(
      1216,
      "The query cannot be run: {reason}",
      "쿼리를 실행할 수 없습니다: {reason}",
      "Views and columns: cop sql, without a query.",
      "뷰와 열 보기: 쿼리 없이 cop sql"),
  SQL_TOO_LONG(
      1217,
      "The query took too long and was stopped.",
      "쿼리가 너무 오래 걸려 중단했습니다.",
      "Narrow it: a time range (--from 1h), fewer columns, a LIMIT.",
      "범위를 좁히십시오: 시간 범위(--from 1h), 더 적은 열, LIMIT."),
  SQL_TOO_BIG(
      1218,
      "The query needs more memory than a query may have.",
      "쿼리에 허용된 것보다 많은 메모리가 필요합니다.",
      "Narrow it: a time range (--from 1h), fewer groups, a LIMIT.",
      "범위를 좁히십시오: 시간 범위(--from 1h), 더 적은 그룹, LIMIT.");

  private final Words words;

  ApiMessage(int number, String en, String ko, String nextEn, String nextKo) {
    this.words = new Words(number, en, ko, nextEn, nextKo);
  }

  @Override
  public Words words() {
    return words;
  }
}
