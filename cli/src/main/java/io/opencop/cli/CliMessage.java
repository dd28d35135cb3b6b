package io.opencop.cli;

import io.opencop.model.message.Message;

/** COP-20xx: the command line; COP-21xx: the demo. */
@SuppressWarnings("ImmutableEnumChecker") // Text is a record of two strings
public enum CliMessage implements Message {
  BAD_COMMAND_LINE(2001, "{reason}", "명령줄 오류: {reason}", "See: {help}", "도움말: {help}"),
  UNREACHABLE(
      2002,
      "No platform answers at {url}: {reason}.",
      "{url}에서 응답하는 플랫폼이 없습니다: {reason}.",
      "Start one with `cop up`, or say where it is: --url or COP_URL.",
      "`cop up`으로 시작하거나 --url 또는 COP_URL로 위치를 알려 주십시오."),
  REFUSED(
      2003,
      "{detail} ({code}, HTTP {status})",
      "{detail} ({code}, HTTP 상태 {status})",
      "{next}",
      "{next}"),
  NO_TOKEN(
      2004,
      "There is no token for {url}: no platform of this user runs there, and the local admin token is"
          + " sent nowhere else.",
      "{url}에 쓸 토큰이 없습니다. 이 사용자가 실행한 플랫폼이 그곳에 없고, 로컬 관리자 토큰은 다른 곳으로 보내지 않습니다.",
      "Set COP_TOKEN, or run as the user who started the platform; `cop doctor` lists what this user"
          + " runs.",
      "COP_TOKEN을 설정하거나 플랫폼을 시작한 사용자로 실행하십시오. 이 사용자가 실행한 플랫폼은 `cop doctor`로" + " 볼 수 있습니다."),
  NOT_JSON(
      2005,
      "{url} answered (HTTP {status}), but not as an OpenCOP platform does.",
      "{url}의 응답(HTTP {status})이 OpenCOP 플랫폼의 것이 아닙니다.",
      "Check --url or COP_URL.",
      "--url 또는 COP_URL을 확인하십시오."),
  NOTHING_FOUND(2006, "Nothing found.", "찾은 것이 없습니다.", "{hint}", "{hint}"),
  FILE_PROBLEM(
      2007,
      "{path}: {reason}",
      "{path} 파일 문제: {reason}",
      "Check the path, its permissions and the free space.",
      "경로와 권한, 남은 공간을 확인하십시오."),
  NOT_EMPTY(
      2008,
      "{path} is not empty; a backup is restored into an empty folder only.",
      "{path}(이)가 비어 있지 않습니다. 백업은 빈 폴더에만 복구합니다.",
      "Name a new folder with --data, or move this one away.",
      "--data로 새 폴더를 지정하거나 이 폴더를 옮기십시오."),
  NOT_A_BACKUP(
      2009,
      "{path} is no backup of OpenCOP.",
      "{path}(은)는 OpenCOP 백업이 아닙니다.",
      "Name the folder that `cop backup` wrote.",
      "`cop backup`이 만든 폴더를 지정하십시오."),
  TOKEN_NOT_ACCEPTED(
      2010,
      "{url} does not accept the token from {source}.",
      "{url}에서 {source}의 토큰을 받아들이지 않습니다.",
      "It is mistyped, over, taken away, or of another platform. Leave it out if you started the"
          + " platform as this user; or ask an admin for one: cop token create <name>",
      "잘못 입력했거나, 기한이 지났거나, 회수되었거나, 다른 플랫폼의 토큰입니다. 이 사용자로 플랫폼을 시작했다면 토큰을 빼고"
          + " 실행하고, 아니면 관리자에게 받으십시오: cop token create <이름>"),
  SHOWN_ONCE(
      2011,
      "The token {name} ({role}, {until}). It is shown this once: keep it now.",
      "토큰 {name}({role}, {until}). 지금 한 번만 보여 주므로 바로 보관하십시오.",
      "Use it: COP_TOKEN=<token> cop health, or the header Authorization: Bearer <token>",
      "사용법: COP_TOKEN=<토큰> cop health 또는 Authorization: Bearer <토큰> 헤더"),
  LINK_MADE(
      2012,
      "The link works once, until {until}, and signs a browser in as {name} ({role}).",
      "이 링크는 {until}까지 한 번만 쓸 수 있고, 브라우저를 {name}({role})(으)로 로그인시킵니다.",
      "",
      ""),
  SEVERAL_RUNNING(
      2013,
      "{count} platforms of this user are running, and the command names none:{platforms}",
      "이 사용자의 플랫폼이 {count}개 실행 중인데, 명령에 지정한 것이 없습니다:{platforms}",
      "Say which one, for example --url {url} (or COP_URL).",
      "어느 것인지 지정하십시오. 예: --url {url} (또는 COP_URL)"),
  NONE_RUNNING(
      2014,
      "No platform of this user is running.",
      "실행 중인 이 사용자의 플랫폼이 없습니다.",
      "Start one with `cop up` or `cop demo`; one of somebody else takes --url and COP_TOKEN.",
      "`cop up`이나 `cop demo`로 시작하십시오. 다른 사람의 플랫폼에는 --url과 COP_TOKEN이 필요합니다."),
  NOT_A_URL(
      2015,
      "{url} is no address of a platform.",
      "{url}(은)는 플랫폼 주소가 아닙니다.",
      "Write it in full: --url http://127.0.0.1:4900",
      "전체 주소를 쓰십시오: --url http://127.0.0.1:4900"),
  NO_SHOP(
      2101,
      "The demo shop is not here ({path}).",
      "데모 상점이 없습니다({path}).",
      "Run ./cop demo from a source tree or an unpacked `cop dist`.",
      "소스 트리나 `cop dist`를 푼 곳에서 ./cop demo를 실행하십시오."),
  SHOP_ENDED(
      2102,
      "The shop ended by itself (code {code}).",
      "상점이 스스로 끝났습니다(코드 {code}).",
      "Its log: {log}",
      "로그: {log}"),
  SHOP_NOT_READY(
      2103,
      "The shop was not ready after {seconds} s.",
      "상점이 {seconds}초가 지나도 준비되지 않았습니다.",
      "Its log: {log}. `cop doctor` checks the machine.",
      "로그: {log}. `cop doctor`로 기계를 점검하십시오."),
  SEEN_END_TO_END(
      2104,
      "All {services} services were seen in one trace: {trace}",
      "한 트레이스에서 서비스 {services}개를 모두 보았습니다: {trace}",
      "",
      ""),
  NOT_SEEN_END_TO_END(
      2105,
      "No trace went through all {services} services; seen: {seen}.",
      "서비스 {services}개를 모두 거친 트레이스가 없습니다. 본 서비스: {seen}.",
      "The logs of the shop: {log}",
      "상점 로그: {log}"),
  DEMO_STOPPING(
      2106,
      "Told to stop: ending the shop and the platform.",
      "멈추라는 신호를 받았습니다. 상점과 플랫폼을 끝냅니다.",
      "",
      ""),
  DEMO_STOPPED(
      2107,
      "Stopped. What was received is kept; `cop demo` goes on with it.",
      "멈추었습니다. 받은 데이터는 남아 있으며 `cop demo`로 이어서 볼 수 있습니다.",
      "",
      "");

  private final Words words;

  CliMessage(int number, String en, String ko, String nextEn, String nextKo) {
    this.words = new Words(number, en, ko, nextEn, nextKo);
  }

  @Override
  public Words words() {
    return words;
  }
}
