package io.opencop.server.apps;

import io.opencop.model.message.Message;

/** COP-323x: what this platform cannot do with an app. */
@SuppressWarnings("ImmutableEnumChecker") // Text is a record of two strings
public enum HostMessage implements Message {
  SWITCHED_OFF(
      3230,
      "This platform runs no apps: runtime.enabled is false.",
      "이 플랫폼은 앱을 실행하지 않습니다: runtime.enabled가 false입니다.",
      "Set runtime.enabled=true and start it again.",
      "runtime.enabled=true로 설정하고 다시 시작하십시오."),
  NOT_OPEN(
      3231,
      "The apps cannot be reached: {reason}",
      "앱을 다룰 수 없습니다: {reason}",
      "Ask again in a few seconds; the platform's log has the details.",
      "몇 초 뒤에 다시 시도하십시오. 자세한 내용은 플랫폼 로그에 있습니다."),
  NO_SECRETS(
      3232,
      "{app}: {field} takes its value from the secret {secret}, and this version keeps no secrets.",
      "{app}: {field}의 값은 시크릿 {secret}에 있는데, 이 버전에는 시크릿 저장소가 없습니다.",
      "Let the app read a file that only this user may read, and give the file's path instead.",
      "이 사용자만 읽을 수 있는 파일에서 앱이 읽게 하고, 값에는 그 파일의 경로를 쓰십시오."),
  NOT_RUN_YET(
      3233,
      "{app}: this version does not run {field}.",
      "{app}: 이 버전은 {field}(을)를 실행하지 못합니다.",
      "Give an executable jar or a command.",
      "실행 가능한 jar나 command를 쓰십시오."),
  MISTAKES(
      3234,
      "The manifest has {count} mistakes.",
      "매니페스트에 고칠 곳이 {count}군데 있습니다.",
      "Each is named in errors; nothing was changed.",
      "errors에 하나씩 적혀 있습니다. 바뀐 것은 없습니다.");

  private final int number;
  private final Text text;
  private final Text next;

  HostMessage(int number, String en, String ko, String nextEn, String nextKo) {
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
