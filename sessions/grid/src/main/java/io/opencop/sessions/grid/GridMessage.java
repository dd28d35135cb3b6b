package io.opencop.sessions.grid;

import io.opencop.model.message.Message;

/** COP-341x: running the session grid. */
@SuppressWarnings("ImmutableEnumChecker") // Text is a record of two strings
public enum GridMessage implements Message {
  FOLDER(
      3411,
      "The session grid cannot use its folder {folder}: {reason}",
      "세션 그리드의 폴더 {folder}(을)를 쓸 수 없습니다: {reason}",
      "Check that it belongs to you and that the disk is not full.",
      "폴더의 소유자와 디스크 여유 공간을 확인하십시오."),
  START(
      3412,
      "Member {member} of the session grid could not be started: {reason}",
      "세션 그리드의 멤버 {member}(을)를 시작하지 못했습니다: {reason}",
      "Its folder has a file out.log that says more.",
      "멤버 폴더의 out.log 파일에 자세한 내용이 있습니다.");

  private final Words words;

  GridMessage(int number, String en, String ko, String nextEn, String nextKo) {
    this.words = new Words(number, en, ko, nextEn, nextKo);
  }

  @Override
  public Words words() {
    return words;
  }
}
