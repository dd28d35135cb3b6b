package io.opencop.server.sessions;

import io.opencop.model.message.Message;

/** COP-348x: figures of sessions, and what is done to them. */
@SuppressWarnings("ImmutableEnumChecker") // Text is a record of two strings
public enum SessionsMessage implements Message {
  NONE(
      3480,
      "{app} has no sessions in a session grid.",
      "{app}의 세션이 세션 그리드에 없습니다.",
      "Add spec.sessions to its manifest, or give its instances the settings of the grid.",
      "매니페스트에 spec.sessions를 추가하거나 인스턴스에 그리드 설정을 주십시오."),
  AWAY(
      3481,
      "The session grid does not answer: {reason}",
      "세션 그리드가 응답하지 않습니다: {reason}",
      "Try again; Platform in the console shows the grid's members.",
      "다시 시도하십시오. 콘솔의 플랫폼 화면에서 그리드 멤버를 볼 수 있습니다."),
  WHICH(
      3482,
      "Which sessions is not said: one of user, id and all is needed.",
      "어느 세션인지 알 수 없습니다. user, id, all 가운데 하나가 필요합니다.",
      "Give a user's name or pseudonym, the id of one session, or all.",
      "사용자 이름이나 가명, 세션 하나의 id, 또는 all을 지정하십시오."),
  CONFIRM(
      3483,
      "All sessions of {app} are ended only when its name confirms it.",
      "{app}의 모든 세션은 앱 이름으로 확인해야 끝낼 수 있습니다.",
      "Give confirm with the name of the app.",
      "confirm에 앱 이름을 적으십시오."),
  AMBIGUOUS(
      3484,
      "Several sessions of {app} are shown as {id}; none was ended.",
      "{app}의 여러 세션이 {id}(으)로 표시되어 아무것도 끝내지 않았습니다.",
      "End the sessions of the user instead.",
      "그 사용자의 세션을 끝내십시오."),
  USER_ENDED(
      3485,
      "Sessions of user {user} on {app} ended by {who}: {count}",
      "{who}(이)가 {app}에서 사용자 {user}의 세션 {count}개를 끝냈습니다",
      "",
      ""),
  ONE_ENDED(
      3486, "{who} ended session {id} on {app}", "{who}(이)가 {app}의 세션 {id}(을)를 끝냈습니다", "", ""),
  ALL_ENDED(
      3487,
      "All sessions of {app} ended by {who}: {count}",
      "{who}(이)가 {app}의 모든 세션 {count}개를 끝냈습니다",
      "",
      "");

  private final Words words;

  SessionsMessage(int number, String en, String ko, String nextEn, String nextKo) {
    this.words = new Words(number, en, ko, nextEn, nextKo);
  }

  @Override
  public Words words() {
    return words;
  }
}
