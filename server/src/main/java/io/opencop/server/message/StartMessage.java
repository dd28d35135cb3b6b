package io.opencop.server.message;

import io.opencop.model.message.Message;

/** COP-11xx: starting and stopping. */
@SuppressWarnings("ImmutableEnumChecker") // Text is a record of two strings
public enum StartMessage implements Message {
  PORT_TAKEN(
      1101,
      "{key}: port {port} on {host} is taken by {holder}.",
      "{key}: {host}의 포트 {port}(을)를 {holder}(이)가 쓰고 있습니다.",
      "Stop that process, or choose another port: --set {key}=<port>",
      "그 프로세스를 멈추거나 다른 포트를 쓰십시오: --set {key}=<포트>"),
  PORT_REFUSED(
      1102,
      "{key}: cannot listen on {host}:{port}: {reason}",
      "{key}: {host}:{port}에서 받을 수 없습니다: {reason}",
      "Choose an address of this machine and a port this user may open.",
      "이 기계의 주소와 이 사용자가 열 수 있는 포트를 고르십시오."),
  DATA_FOLDER_LOCKED(
      1103,
      "The data folder {path} is in use by another platform: {holder}.",
      "데이터 폴더 {path}(을)를 다른 플랫폼이 쓰고 있습니다: {holder}.",
      "Stop that one, or choose another folder: --data <folder>",
      "그쪽을 멈추거나 다른 폴더를 쓰십시오: --data <폴더>"),
  DATA_FOLDER_UNUSABLE(
      1104,
      "The data folder {path} cannot be used: {reason}",
      "데이터 폴더 {path}(을)를 쓸 수 없습니다: {reason}",
      "Check its permissions and free space, or choose another: --data <folder>",
      "권한과 남은 공간을 확인하거나 다른 폴더를 쓰십시오: --data <폴더>"),
  FORMAT_TOO_NEW(
      1105,
      "{path} was written in format {found}; this version reads up to format {known}.",
      "{path}(은)는 형식 {found}(으)로 쓰였는데 이 버전은 형식 {known}까지만 읽습니다.",
      "Start the newer version of OpenCOP that wrote it, or restore an older backup.",
      "그것을 쓴 더 새로운 OpenCOP을 쓰거나 이전 백업을 복구하십시오."),
  READY(1106, "Ready in {seconds} s.", "{seconds}초 만에 준비되었습니다.", "", ""),
  FIRST_LINK(
      1107,
      "Console: {link}",
      "콘솔: {link}",
      "The link works once, within ten minutes, and signs this browser in as admin. Another one at"
          + " any time: cop link",
      "이 링크는 10분 안에 한 번만 쓸 수 있고, 브라우저를 관리자로 로그인시킵니다. 새 링크는 언제든지 cop link로" + " 받을 수 있습니다."),
  LISTENING(
      1108,
      "OTLP is received at {grpc} (gRPC) and {http} (HTTP).",
      "OTLP를 {grpc}(gRPC)와 {http}(HTTP)에서 받습니다.",
      "",
      ""),
  STOPPING(
      1109,
      "Stopping; what was acknowledged is on disk.",
      "멈추는 중입니다. 수신 확인한 데이터는 디스크에 있습니다.",
      "",
      ""),
  REPLAYED(
      1110,
      "Replayed {frames} journal frames ({bytes}) in {seconds} s.",
      "저널 프레임 {frames}개({bytes})를 {seconds}초에 다시 읽었습니다.",
      "",
      ""),
  STOPPED(1111, "Stopped.", "멈추었습니다.", "", ""),
  UNEXPECTED(
      1199,
      "Unexpected failure: {reason}",
      "예상하지 못한 오류: {reason}",
      "The log has the details. Please report it with the number and the log.",
      "자세한 내용은 로그에 있습니다. 번호와 로그를 함께 알려 주십시오.");

  private final Words words;

  StartMessage(int number, String en, String ko, String nextEn, String nextKo) {
    this.words = new Words(number, en, ko, nextEn, nextKo);
  }

  @Override
  public Words words() {
    return words;
  }
}
