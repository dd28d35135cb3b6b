package io.opencop.runtime.statics;

import io.opencop.model.message.Message;

/** COP-365x: what the server of static sites says. */
@SuppressWarnings("ImmutableEnumChecker") // Text is a record of two strings
public enum SiteMessage implements Message {
  SERVING(3650, "{root} is served at {url}.", "{root}(을)를 {url}에서 제공합니다.", "", ""),
  NO_FOLDER(
      3651,
      "{root} cannot be served: {reason}.",
      "{root}(을)를 제공할 수 없습니다: {reason}.",
      "Give a folder that can be read with --root.",
      "--root에 읽을 수 있는 폴더를 지정하십시오."),
  CANNOT_LISTEN(
      3652,
      "The site cannot be served at {host}:{port}: {reason}.",
      "{host}:{port}에서 사이트를 제공할 수 없습니다: {reason}.",
      "Choose another port with --port, or end what uses it.",
      "--port로 다른 포트를 지정하거나 그 포트를 쓰는 프로그램을 끝내십시오."),
  MISSING(
      3653,
      "There is no page at {path}.",
      "{path}에 페이지가 없습니다.",
      "Check the address, or begin at /.",
      "주소를 확인하거나 /에서 시작하십시오."),
  GET_ONLY(
      3654,
      "Files can only be read; {method} is not possible.",
      "파일은 읽을 수만 있습니다. {method} 요청은 할 수 없습니다.",
      "Use GET or HEAD.",
      "GET이나 HEAD를 쓰십시오."),
  BAD_PATH(
      3655,
      "The address cannot be read.",
      "주소를 읽을 수 없습니다.",
      "Check the percent signs in it.",
      "주소의 % 기호를 확인하십시오."),
  UNREADABLE(
      3656,
      "{path} cannot be read just now.",
      "{path}(을)를 지금 읽을 수 없습니다.",
      "Try again in a moment.",
      "잠시 뒤 다시 시도하십시오.");

  private final Words words;

  SiteMessage(int number, String en, String ko, String nextEn, String nextKo) {
    this.words = new Words(number, en, ko, nextEn, nextKo);
  }

  @Override
  public Words words() {
    return words;
  }
}
