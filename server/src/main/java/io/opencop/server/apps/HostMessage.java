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
  NO_SECRET(
      3232,
      "{app}: {field} takes its value from the secret {secret}, key {key}, which is not there.",
      "{app}: {field}의 값을 가져올 시크릿 {secret}의 키 {key}(이)가 없습니다.",
      "Set it: cop secret set {secret} {key} < FILE",
      "먼저 넣으십시오: cop secret set {secret} {key} < 파일"),
  MISTAKES(
      3234,
      "The manifest has {count} mistakes.",
      "매니페스트에 고칠 곳이 {count}군데 있습니다.",
      "Each is named in errors; nothing was changed.",
      "errors에 하나씩 적혀 있습니다. 바뀐 것은 없습니다."),
  SECRET_TOO_LARGE(
      3611,
      "The value of {secret}/{key} is larger than {most} bytes.",
      "{secret}/{key}의 값이 {most}바이트보다 큽니다.",
      "Keep large files elsewhere, and the key to them here.",
      "큰 파일은 다른 곳에 두고 여기에는 그 열쇠만 두십시오."),
  BAD_SECRET_NAME(
      3612,
      "There can be no secret {secret} with the key {key}.",
      "시크릿 이름 {secret}, 키 {key}(은)는 쓸 수 없습니다.",
      "A secret's name: small letters, digits and -; a key: letters, digits, -, _ and a dot inside.",
      "이름에는 소문자, 숫자, -를, 키에는 영문자, 숫자, -, _와 중간의 점을 쓸 수 있습니다."),
  NO_SUCH_SECRET(
      3613,
      "There is no secret {secret} {key}.",
      "시크릿 {secret} {key}(이)가 없습니다.",
      "`cop secret list` shows what there is.",
      "`cop secret list`로 목록을 볼 수 있습니다."),
  NO_SESSIONS(
      3614,
      "{app} wants clustered sessions, and this platform has none: sessions.enabled is false.",
      "{app}(은)는 클러스터 세션을 쓰는데 이 플랫폼에는 없습니다: sessions.enabled가 false입니다.",
      "Set sessions.enabled=true, or leave spec.sessions out.",
      "sessions.enabled=true로 설정하거나 spec.sessions를 빼십시오."),
  NO_LAUNCHER(
      3615,
      "{app} is a WAR, and this program carries no Tomcat: there is no {path}.",
      "{app}(은)는 WAR인데 이 프로그램에는 Tomcat이 없습니다: {path}(이)가 없습니다.",
      "Start the platform by ./cop, which brings it.",
      "Tomcat을 함께 가져오는 ./cop으로 플랫폼을 시작하십시오.");

  private final Words words;

  HostMessage(int number, String en, String ko, String nextEn, String nextKo) {
    this.words = new Words(number, en, ko, nextEn, nextKo);
  }

  @Override
  public Words words() {
    return words;
  }
}
