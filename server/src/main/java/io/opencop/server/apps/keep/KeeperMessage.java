package io.opencop.server.apps.keep;

import io.opencop.model.message.Message;

/** COP-360x: what runs beside the platform for all apps. */
@SuppressWarnings("ImmutableEnumChecker") // Text is a record of two strings
public enum KeeperMessage implements Message {
  GATEWAY_AT(
      3601,
      "The gateway takes requests for the apps at {url}",
      "게이트웨이가 {url}에서 앱으로 가는 요청을 받습니다",
      "",
      ""),
  GATEWAY_PORT_TAKEN(
      3602,
      "The gateway cannot listen on {address}: {holder} does already.",
      "게이트웨이가 {address}에서 받을 수 없습니다. 이미 {holder}(이)가 쓰고 있습니다.",
      "End it, or set gateway.listen to another address. The gateway is tried again by itself.",
      "그 프로그램을 끝내거나 gateway.listen을 다른 주소로 바꾸십시오. 게이트웨이는 저절로 다시 시작합니다."),
  GATEWAY_ENDED(
      3603,
      "The gateway ended ({reason}) and is being started again.",
      "게이트웨이가 끝나서({reason}) 다시 시작하고 있습니다.",
      "The end of {file} says more.",
      "{file}의 끝부분에 자세한 내용이 있습니다."),
  GATEWAY_SILENT(
      3604,
      "The gateway does not answer the platform.",
      "게이트웨이가 플랫폼에 응답하지 않습니다.",
      "After three unanswered questions it is replaced.",
      "세 번 응답하지 않으면 다시 시작합니다."),
  GRID_INCOMPLETE(
      3605,
      "The session grid has {ready} of {members} members: {states}.",
      "세션 그리드의 멤버 {members}개 가운데 {ready}개만 준비되었습니다: {states}.",
      "Missing ones are started again by themselves; each one's out.log in {folder} says more.",
      "빠진 멤버는 저절로 다시 시작합니다. 자세한 내용은 {folder} 아래 멤버마다 있는 out.log에 있습니다."),
  GRID_BROKEN(
      3606,
      "The session grid cannot be started: {reason}",
      "세션 그리드를 시작할 수 없습니다: {reason}",
      "It is tried again by itself.",
      "저절로 다시 시도합니다."),
  NO_GRID_LIBRARIES(
      3607,
      "{folder} does not hold the session grid's libraries.",
      "{folder}에 세션 그리드의 라이브러리가 없습니다.",
      "Start the platform by ./cop, or name an Infinispan of your own in sessions.external-servers.",
      "./cop으로 플랫폼을 시작하거나 sessions.external-servers에 쓰고 있는 Infinispan을 지정하십시오."),
  GATEWAY_SUCCEEDED(
      3608,
      "A gateway with today's program and settings ({after}) has taken over from the one before ({before})",
      "지금의 프로그램과 설정({after})을 쓰는 게이트웨이가 이전 게이트웨이({before})를 이어받았습니다",
      "",
      ""),
  GATEWAY_NOT_SUCCEEDED(
      3609,
      "The gateway that was to take over ended ({reason}); the one before goes on serving.",
      "이어받을 게이트웨이가 끝났습니다({reason}). 이전 게이트웨이가 계속 요청을 받습니다.",
      "It is tried again by itself. The end of {file} says more.",
      "저절로 다시 시도합니다. {file}의 끝부분에 자세한 내용이 있습니다.");

  private final Words words;

  KeeperMessage(int number, String en, String ko, String nextEn, String nextKo) {
    this.words = new Words(number, en, ko, nextEn, nextKo);
  }

  @Override
  public Words words() {
    return words;
  }
}
