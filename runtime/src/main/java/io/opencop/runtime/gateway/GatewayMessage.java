package io.opencop.runtime.gateway;

import io.opencop.model.message.Message;

/** COP-33xx: what the gateway says, to those who send requests (3301 to 3310) and to operators. */
@SuppressWarnings("ImmutableEnumChecker") // Text is a record of two strings
public enum GatewayMessage implements Message {
  NO_ROUTE(
      3301,
      "No app takes requests for {place}.",
      "{place} 요청을 받는 앱이 없습니다.",
      "Check the address, and `routes` in the app's manifest.",
      "주소와 앱 매니페스트의 routes를 확인하십시오."),
  NOT_READY(
      3302,
      "No instance of {app} is ready.",
      "준비된 {app} 인스턴스가 없습니다.",
      "Try again in a moment.",
      "잠시 뒤 다시 시도하십시오."),
  CONNECTION_LOST(
      3303,
      "The connection to {app} was lost before it answered.",
      "응답을 받기 전에 {app}(와)과의 연결이 끊어졌습니다.",
      "The request may have been carried out. Check before you send it again.",
      "요청이 처리되었을 수도 있습니다. 다시 보내기 전에 확인하십시오."),
  TOO_SLOW(
      3304,
      "{app} did not begin to answer within {ms} ms.",
      "{app}(이)가 {ms}ms 안에 응답을 시작하지 않았습니다.",
      "The request may still be carried out. Check before you send it again.",
      "요청이 아직 처리 중일 수 있습니다. 다시 보내기 전에 확인하십시오."),
  TOO_BUSY(
      3305,
      "{app} has {limit} requests in progress, and may not have more.",
      "{app}에서 처리 중인 요청이 {limit}개로 한도에 이르렀습니다.",
      "Try again in a moment.",
      "잠시 뒤 다시 시도하십시오."),
  TOO_OFTEN(
      3306,
      "{app} takes {limit} requests a second, and got more.",
      "{app}(은)는 1초에 요청을 {limit}개 받는데 더 많이 왔습니다.",
      "Send fewer, or try again in a moment.",
      "더 천천히 보내거나 잠시 뒤 다시 시도하십시오."),
  WAITED(
      3307,
      "{app} was asleep, and no instance was ready within {ms} ms.",
      "잠들어 있던 {app}(이)가 {ms}ms 안에 준비되지 않았습니다.",
      "Try again in a moment.",
      "잠시 뒤 다시 시도하십시오."),
  QUEUE_FULL(
      3308,
      "{limit} requests already wait for {app} to start.",
      "요청 {limit}개가 이미 {app}(이)가 시작하기를 기다리고 있습니다.",
      "Try again in a moment.",
      "잠시 뒤 다시 시도하십시오."),
  MALFORMED(
      3309,
      "This is no well-formed HTTP request: {reason}.",
      "올바른 HTTP 요청이 아닙니다: {reason}.",
      "Mend the program that sent it.",
      "요청을 보낸 프로그램을 고치십시오."),
  HEAD_TOO_LARGE(
      3310,
      "The address or the header fields of the request are too long.",
      "요청의 주소나 헤더 필드가 너무 깁니다.",
      "Send fewer or smaller cookies, and data in the body.",
      "쿠키를 줄이고 데이터는 본문으로 보내십시오."),
  ROUTES_BAD(
      3311,
      "{file} cannot be used, so the routes before it stay in force: {reason}",
      "{file}(을)를 쓸 수 없어 이전 경로를 그대로 씁니다: {reason}",
      "The platform writes this file again with its next change.",
      "플랫폼이 다음 변경 때 이 파일을 다시 씁니다."),
  ROUTES_UNREADABLE(
      3312,
      "{file} cannot be read, so the routes before it stay in force: {reason}",
      "{file}(을)를 읽을 수 없어 이전 경로를 그대로 씁니다: {reason}",
      "It is read as soon as it is there.",
      "파일이 생기면 바로 읽습니다."),
  LISTENING(
      3313,
      "The gateway takes requests at {url}; its routes are in {file}.",
      "게이트웨이가 {url}에서 요청을 받습니다. 경로는 {file}에 있습니다.",
      "",
      ""),
  CANNOT_LISTEN(
      3314,
      "The gateway cannot take requests at {host}:{port}: {reason}.",
      "게이트웨이가 {host}:{port}에서 요청을 받을 수 없습니다: {reason}.",
      "Choose another address with --listen, or end what uses it.",
      "--listen으로 다른 주소를 지정하거나 그 포트를 쓰는 프로그램을 끝내십시오."),
  STOPPING(
      3315,
      "The gateway ends: it takes no new connections, and requests in progress have {seconds} s.",
      "게이트웨이를 끝냅니다. 새 연결은 받지 않으며 처리 중인 요청은 {seconds}초 동안 기다립니다.",
      "",
      ""),
  BAD_LISTEN(
      3316,
      "--listen cannot be {value}.",
      "--listen에 {value} 값을 쓸 수 없습니다.",
      "Expected: host:port, as in 127.0.0.1:8000.",
      "127.0.0.1:8000처럼 호스트:포트 형식으로 쓰십시오."),
  NO_FOLDER(
      3317,
      "The gateway cannot write in {folder}: {reason}.",
      "게이트웨이가 {folder}에 쓸 수 없습니다: {reason}.",
      "Check the folder's owner, its permissions and the free space.",
      "폴더의 소유자와 권한, 남은 공간을 확인하십시오."),
  STALLED(
      3318,
      "The rest of the request did not come.",
      "요청의 나머지가 오지 않았습니다.",
      "Send it again.",
      "다시 보내십시오."),
  REPLACED(
      3319,
      "Another gateway has taken over; this one ends.",
      "다른 게이트웨이가 이어받았으므로 이 게이트웨이를 끝냅니다.",
      "",
      "");

  private final Words words;

  GatewayMessage(int number, String en, String ko, String nextEn, String nextKo) {
    this.words = new Words(number, en, ko, nextEn, nextKo);
  }

  @Override
  public Words words() {
    return words;
  }
}
