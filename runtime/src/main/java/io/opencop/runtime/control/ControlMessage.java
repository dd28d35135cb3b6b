package io.opencop.runtime.control;

import io.opencop.model.message.Message;

/** COP-32xx: what was done to an app, and what cannot be done to it. */
@SuppressWarnings("ImmutableEnumChecker") // Text is a record of two strings
public enum ControlMessage implements Message {
  NO_APP(
      3201,
      "There is no app {app}.",
      "{app}(이)라는 앱이 없습니다.",
      "`cop get apps` lists them.",
      "`cop get apps`로 목록을 볼 수 있습니다."),
  NO_RELEASE(
      3202,
      "{app} has no release {release} to go back to.",
      "{app}에는 되돌아갈 릴리스 {release}(이)가 없습니다.",
      "`cop rollout history {app}` lists them.",
      "`cop rollout history {app}`로 목록을 볼 수 있습니다."),
  NOT_HERE(
      3203,
      "{app} is an image, and this machine runs no containers.",
      "{app}(은)는 컨테이너 이미지인데 이 기계는 컨테이너를 실행하지 않습니다.",
      "Give a jar, war, static or command, or apply it to a Kubernetes cluster.",
      "jar, war, static, command 중 하나를 쓰거나 쿠버네티스에 적용하십시오."),
  OPERATORS_ONLY(
      3204,
      "{app} runs a command of its own, which only an operator may apply.",
      "{app}(은)는 직접 지정한 명령을 실행하므로 운영자만 적용할 수 있습니다.",
      "Ask somebody with the role operator.",
      "운영자 권한이 있는 사람에게 부탁하십시오."),
  OUT_OF_BOUNDS(
      3205,
      "{app} can have {least} to {most} instances, not {replicas}.",
      "{app}의 인스턴스는 {least}개에서 {most}개까지입니다. {replicas}개는 안 됩니다.",
      "Change spec.scale in its manifest and apply it.",
      "매니페스트의 spec.scale을 바꾸어 적용하십시오."),
  ARTEFACT_GONE(
      3206,
      "{app}: the artefact could not be taken in: {reason}",
      "{app}: 산출물을 가져올 수 없습니다: {reason}",
      "Check the path and the free space, then apply it again.",
      "경로와 남은 공간을 확인하고 다시 적용하십시오."),
  ROUTE_TAKEN(
      3208,
      "{app}: the requests for {route} are those of {other}.",
      "{app}: {route} 요청은 이미 {other}의 것입니다.",
      "Give it another host or path, or take the route from {other} first.",
      "다른 호스트나 경로를 쓰거나 먼저 {other}에서 그 경로를 빼십시오."),
  NO_INSTANCE(
      3240,
      "{app} has no running instance {instance}.",
      "{app}에는 실행 중인 인스턴스 {instance}(이)가 없습니다.",
      "`cop describe app {app}` lists those that run; it may have been replaced already.",
      "`cop describe app {app}`로 실행 중인 것을 볼 수 있습니다. 이미 바뀌었을 수도 있습니다."),
  ONE_PORT(
      3241,
      "{app} always listens on port {port}, which one machine has only once: {field} asks for more than"
          + " one instance.",
      "{app}(은)는 언제나 포트 {port}에서 받는데 한 기계에서 그 포트는 하나뿐입니다: {field}(은)는 인스턴스가 둘 이상 필요합니다.",
      "Let the program listen where the variable PORT says and leave spec.port out; or one instance and"
          + " the strategy rolling.",
      "프로그램이 변수 PORT가 알려 주는 포트에서 받게 하고 spec.port를 빼거나, 인스턴스 하나와 rolling 방식을 쓰십시오."),
  NOT_SAVED(
      3209,
      "{app}: what is wanted of it could not be written, so nothing was changed: {reason}",
      "{app}: 원하는 상태를 기록하지 못하여 아무것도 바꾸지 않았습니다: {reason}",
      "Free some space in the platform's data folder, then try again.",
      "플랫폼 데이터 폴더의 공간을 비우고 다시 시도하십시오."),
  ARTEFACT_LOST(
      3225,
      "{app}: no instance of release {release} can be started: its artefact {file} is missing.",
      "{app}: 릴리스 {release}의 인스턴스를 시작할 수 없습니다: 산출물 {file}(이)가 없습니다.",
      "Apply it again, or go back with `cop rollout undo app {app}`.",
      "다시 적용하거나 `cop rollout undo app {app}`로 되돌리십시오."),
  ARTEFACT_CHANGED(
      3226,
      "{app}: no instance of release {release} is started: its artefact {file} was changed since.",
      "{app}: 릴리스 {release}의 인스턴스를 시작하지 않습니다: 산출물 {file}(이)가 그 뒤에 바뀌었습니다.",
      "Apply it again, or go back with `cop rollout undo app {app}`.",
      "다시 적용하거나 `cop rollout undo app {app}`로 되돌리십시오."),
  DEPLOYED(
      3210,
      "Release {release} of {app} is being rolled out.",
      "{app}의 릴리스 {release}(을)를 배포합니다.",
      "",
      ""),
  TAKEN_OVER(
      3211,
      "Release {release} of {app} serves all requests.",
      "{app}의 릴리스 {release}(이)가 모든 요청을 처리합니다.",
      "",
      ""),
  TAKEN_BACK(
      3212,
      "Release {release} of {app} was taken back: none of its instances got ready within {seconds} s.",
      "{app}의 릴리스 {release}(을)를 되돌렸습니다: {seconds}초 동안 준비된 인스턴스가 없습니다.",
      "`cop logs {app}` shows what it printed.",
      "`cop logs {app}`로 출력을 볼 수 있습니다."),
  SCALED(
      3213,
      "{app} was scaled from {before} to {after} instances by {who}.",
      "{app}의 인스턴스를 {before}개에서 {after}개로 바꾸었습니다({who}).",
      "",
      ""),
  AUTOSCALED(
      3216,
      "{app} was scaled from {before} to {after} instances: its targets ask for {computed}.",
      "{app}의 인스턴스를 {before}개에서 {after}개로 자동으로 바꾸었습니다: 목표에 따르면 {computed}개가" + " 필요합니다.",
      "",
      ""),
  PUT_TO_SLEEP(
      3217,
      "{app} sleeps: it had no request for {seconds} s. The next one wakes it.",
      "{app}(이)가 쉽니다: {seconds}초 동안 요청이 없었습니다. 다음 요청이 오면 깨어납니다.",
      "",
      ""),
  WOKEN(
      3218,
      "{app} is being woken: a request waits for it.",
      "{app}(을)를 깨웁니다: 기다리는 요청이 있습니다.",
      "",
      ""),
  CANARY_PASSED(
      3220,
      "Release {release} of {app} does well with {weight} % of the requests and gets more:"
          + " {requests} requests, {errors} errors, p95 {quantile}; the old one {oldrequests},"
          + " {olderrors}, {oldquantile}.",
      "{app}의 릴리스 {release}(이)가 요청의 {weight} %를 잘 처리하여 비율을 높입니다: 요청 {requests}건, 오류"
          + " {errors}, p95 {quantile}. 이전 릴리스는 {oldrequests}건, {olderrors}, {oldquantile}.",
      "",
      ""),
  CANARY_UNJUDGED(
      3221,
      "Release {release} of {app} gets more than {weight} % of the requests though there were too"
          + " few to judge it by: {requests}, and {oldrequests} of the old one.",
      "{app}의 릴리스 {release}(을)를 판단하기에 요청이 적지만({requests}건, 이전 릴리스 {oldrequests}건)"
          + " {weight} %에서 비율을 높입니다.",
      "",
      ""),
  CANARY_FAILED(
      3222,
      "Release {release} of {app} was taken back at {weight} % of the requests: {errors} of"
          + " {requests} requests failed, of the old release {olderrors} of {oldrequests}.",
      "{app}의 릴리스 {release}(을)를 요청의 {weight} %에서 되돌렸습니다: 요청 {requests}건의 {errors}가"
          + " 실패했고, 이전 릴리스는 {oldrequests}건의 {olderrors}입니다.",
      "`cop logs {app}` shows what it printed.",
      "`cop logs {app}`로 출력을 볼 수 있습니다."),
  CANARY_SLOW(
      3223,
      "Release {release} of {app} was taken back at {weight} % of the requests: its p95 is {quantile}"
          + " over {requests} requests, of the old release {oldquantile} over {oldrequests}.",
      "{app}의 릴리스 {release}(을)를 요청의 {weight} %에서 되돌렸습니다: p95가 {quantile}(요청 {requests}건)이고"
          + " 이전 릴리스는 {oldquantile}({oldrequests}건)입니다.",
      "Compare the two versions on the service's page.",
      "서비스 화면에서 두 버전을 비교하십시오."),
  CANARY_GONE(
      3224,
      "Release {release} of {app} was taken back at {weight} % of the requests: none of its"
          + " instances is ready any more.",
      "{app}의 릴리스 {release}(을)를 요청의 {weight} %에서 되돌렸습니다: 준비된 인스턴스가 하나도 남지" + " 않았습니다.",
      "`cop logs {app}` shows what it printed.",
      "`cop logs {app}`로 출력을 볼 수 있습니다."),
  REMOVED(3214, "{app} was deleted by {who}.", "{who}(이)가 {app}(을)를 지웠습니다.", "", ""),
  RESTARTING(
      3215,
      "All instances of {app} are being replaced: {who} asked for it.",
      "{app}의 모든 인스턴스를 다시 시작합니다: {who}의 요청입니다.",
      "",
      "");

  private final Words words;

  ControlMessage(int number, String en, String ko, String nextEn, String nextKo) {
    this.words = new Words(number, en, ko, nextEn, nextKo);
  }

  @Override
  public Words words() {
    return words;
  }
}
