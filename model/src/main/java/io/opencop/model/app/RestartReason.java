package io.opencop.model.app;

import io.opencop.model.message.Message;

/**
 * COP-31xx: every reason the platform may touch a user's instance for. There is no other, and each
 * is told in a sentence. {@code {instance}} is its name.
 */
@SuppressWarnings("ImmutableEnumChecker") // Text is a record of two strings
public enum RestartReason implements Message {
  CRASHED(
      3101,
      "{instance} was replaced: it ended by itself with exit code {code}.",
      "{instance}(을)를 다시 시작했습니다: 종료 코드 {code}(으)로 스스로 끝났습니다."),
  OUT_OF_MEMORY(
      3102,
      "{instance} was replaced: it used {used} of memory and may use {limit}.",
      "{instance}(을)를 다시 시작했습니다: 메모리를 {used} 썼는데 한도는 {limit}입니다."),
  LIVENESS_FAILED(
      3103,
      "{instance} was replaced: {failures} liveness checks in a row failed within {seconds} s.",
      "{instance}(을)를 다시 시작했습니다: {seconds}초 동안 응답 확인 {failures}회 실패."),
  STARTUP_TOO_SLOW(
      3104,
      "{instance} was replaced: it was not ready {seconds} s after its start.",
      "{instance}(을)를 다시 시작했습니다: 시작한 뒤 {seconds}초 동안 준비되지 않았습니다."),
  LEAKING(
      3105,
      "{instance} was replaced: its memory has grown from {from} to {used} and will reach {limit}"
          + " in about {minutes} min.",
      "{instance}(을)를 다시 시작했습니다: 메모리가 {from}에서 {used}(으)로 늘어 약 {minutes}분 뒤 한도"
          + " {limit}에 이릅니다."),
  CRASH_LOOP(
      3106,
      "{instance} waits {seconds} s: it has ended {times} times in a row, last with exit code"
          + " {code}.",
      "{instance}(이)가 {seconds}초 기다립니다: 연달아 {times}번 끝났고 마지막 종료 코드는 {code}입니다."),
  RELEASED(
      3107,
      "{instance} was ended: release {release} takes its place.",
      "{instance}(을)를 끝냈습니다: 릴리스 {release}(으)로 바뀝니다."),
  ROLLED_BACK(
      3108,
      "{instance} was ended: release {release} failed ({why}), and the one before takes its place.",
      "{instance}(을)를 끝냈습니다: 릴리스 {release}(이)가 실패하여({why}) 이전 릴리스로 되돌립니다."),
  SCALED_UP(
      3109,
      "{instance} was started: {replicas} are wanted.",
      "{instance}(을)를 시작했습니다: 인스턴스 {replicas}개가 필요합니다."),
  SCALED_DOWN(
      3110,
      "{instance} was ended: {replicas} are wanted.",
      "{instance}(을)를 끝냈습니다: 인스턴스 {replicas}개면 됩니다."),
  ASKED(
      3111,
      "{instance} was replaced: {who} asked for it.",
      "{instance}(을)를 다시 시작했습니다: {who}의 요청입니다."),
  DELETED(
      3112,
      "{instance} was ended: {who} deleted the app.",
      "{instance}(을)를 끝냈습니다: {who}의 요청으로 앱을 지웠습니다."),
  MACHINE_LOST(
      3113,
      "{instance} was replaced: the machine it ran on was started again.",
      "{instance}(을)를 다시 시작했습니다: 실행하던 기계가 다시 시작되었습니다."),
  ENDED_UNSEEN(
      3114,
      "{instance} was replaced: it ended while the platform was away.",
      "{instance}(을)를 다시 시작했습니다: 플랫폼이 꺼져 있는 동안 끝났습니다.");

  private final Words words;

  RestartReason(int number, String en, String ko) {
    this.words = new Words(number, en, ko, "", "");
  }

  @Override
  public Words words() {
    return words;
  }
}
