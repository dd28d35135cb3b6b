package io.opencop.cli.deploy;

import io.opencop.model.message.Message;

/** COP-362x: what {@code cop deploy} understands. */
@SuppressWarnings("ImmutableEnumChecker") // Text is a record of two strings
public enum DeployMessage implements Message {
  UNDERSTOOD(
      3621,
      "{path} is {what}; deploying it as app {name}.",
      "{path}: {what}. 앱 {name}(으)로 배포합니다.",
      "",
      ""),
  NOTHING_THERE(
      3622,
      "There is nothing at {path}.",
      "{path}에 아무것도 없습니다.",
      "Name a JAR, a WAR, or the folder of a site, a Node app or an app.yaml.",
      "JAR, WAR, 또는 정적 사이트, Node 앱, app.yaml이 있는 폴더를 지정하십시오."),
  NOT_UNDERSTOOD(
      3623,
      "{path} is nothing that can be deployed as it is.",
      "{path}(은)는 그대로 배포할 수 있는 것이 아닙니다.",
      "Deployed are: an executable JAR, a WAR, a folder with app.yaml, package.json or index.html. For"
          + " anything else write an app.yaml: cop explain spec",
      "배포할 수 있는 것: 실행 가능한 JAR, WAR, app.yaml이나 package.json이나 index.html이 있는 폴더. 그 밖에는"
          + " app.yaml을 쓰십시오: cop explain spec"),
  NOT_BUILT(
      3624,
      "{path} holds sources that are not built.",
      "{path}에는 아직 빌드하지 않은 소스가 있습니다.",
      "Build it first, for example: mvn package; then deploy the folder again.",
      "먼저 빌드하십시오. 예: mvn package. 그다음 이 폴더를 다시 배포하십시오."),
  SEVERAL(
      3625,
      "{path} holds several that could be deployed: {names}.",
      "{path}에 배포할 수 있는 것이 여럿 있습니다: {names}.",
      "Name one of them.",
      "그 가운데 하나를 지정하십시오."),
  NO_START(
      3626,
      "{path} does not say how it is started.",
      "{path}에 시작 방법이 없습니다.",
      "Give it \"main\" or a \"start\" script.",
      "\"main\"이나 \"start\" 스크립트를 넣으십시오."),
  NOT_EXECUTABLE(
      3627,
      "{path} cannot be started: its manifest names no Main-Class.",
      "{path}(은)는 실행할 수 없습니다. 매니페스트에 Main-Class가 없습니다.",
      "Build an executable JAR, for example with the Spring Boot plugin.",
      "Spring Boot 플러그인 등으로 실행 가능한 JAR를 만드십시오."),
  BAD_NAME(
      3628,
      "{name} cannot be an app's name.",
      "{name}(은)는 앱 이름으로 쓸 수 없습니다.",
      "Give one with --name: small letters, digits and -.",
      "--name으로 지정하십시오. 소문자, 숫자, -를 쓸 수 있습니다."),
  REACHED_AT(3629, "It will be at {url}", "주소: {url}", "", "");

  private final Words words;

  DeployMessage(int number, String en, String ko, String nextEn, String nextKo) {
    this.words = new Words(number, en, ko, nextEn, nextKo);
  }

  @Override
  public Words words() {
    return words;
  }
}
