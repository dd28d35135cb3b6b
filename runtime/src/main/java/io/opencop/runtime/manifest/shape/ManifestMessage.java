package io.opencop.runtime.manifest.shape;

import io.opencop.model.message.Message;

/** COP-30xx: what can be wrong with a manifest. {@code {place}} is file:line:column. */
@SuppressWarnings("ImmutableEnumChecker") // Text is a record of two strings
public enum ManifestMessage implements Message {
  BAD_YAML(
      3001,
      "{place}: not valid YAML: {reason}",
      "{place}: 올바른 YAML이 아닙니다: {reason}",
      "Mend the file at this place.",
      "파일의 이 위치를 고치십시오."),
  UNKNOWN_FIELD(
      3002,
      "{place}: there is no field {field}.",
      "{place}: {field}(이)라는 항목은 없습니다.",
      "Remove it. `cop explain {parent}` lists what there is.",
      "지우십시오. `cop explain {parent}`로 쓸 수 있는 항목을 볼 수 있습니다."),
  UNKNOWN_FIELD_NEAR(
      3003,
      "{place}: there is no field {field}. Did you mean {near}?",
      "{place}: {field}(이)라는 항목은 없습니다. 혹시 {near}입니까?",
      "Write {near}, or remove it.",
      "{near}(으)로 고치거나 지우십시오."),
  MISSING_FIELD(
      3004,
      "{place}: {field} is missing.",
      "{place}: {field}(이)가 없습니다.",
      "Add it. `cop explain {field}` says what it is.",
      "추가하십시오. `cop explain {field}`로 뜻을 볼 수 있습니다."),
  BAD_VALUE(
      3005,
      "{place}: {field} cannot be {value}.",
      "{place}: {field}에 {value} 값을 쓸 수 없습니다.",
      "Expected: {expected}.",
      "다음과 같이 쓰십시오: {expected}."),
  WRONG_FORM(
      3006,
      "{place}: {field} must be {expected}.",
      "{place}: {field}의 형식이 다릅니다. {expected} 형식이어야 합니다.",
      "`cop explain {field}` shows an example of its form.",
      "`cop explain {field}`로 형식을 볼 수 있습니다."),
  TWICE(
      3007,
      "{place}: {field} is given twice; the first is in line {first}.",
      "{place}: {field}(이)가 두 번 나옵니다. 처음은 {first}번째 줄입니다.",
      "Keep one of them.",
      "하나만 남기십시오."),
  ONE_OF(
      3008,
      "{place}: {field} needs exactly one of {choices}, and has {count}.",
      "{place}: {field}에는 {choices} 중 하나만 있어야 하는데 {count}개가 있습니다.",
      "Keep the one that says what the app is made of.",
      "앱을 무엇으로 만드는지 나타내는 하나만 남기십시오."),
  NOTHING(
      3009,
      "{place}: there is no App in it.",
      "{place}: App이 없습니다.",
      "A manifest begins with apiVersion: opencop.io/v1alpha1 and kind: App.",
      "매니페스트는 apiVersion: opencop.io/v1alpha1 과 kind: App 으로 시작합니다."),
  OUT_OF_ORDER(
      3010,
      "{place}: {field} is {value}, which is less than {other} ({least}).",
      "{place}: {field}의 값 {value}(이)가 {other}의 값 {least}보다 작습니다.",
      "Make it at least {least}.",
      "{least} 이상으로 하십시오."),
  NO_PATH(
      3011,
      "{place}: {field} names {value}, and there is no such {expected}.",
      "{place}: {field}의 {value}(을)를 찾을 수 없습니다. {expected}(이)가 필요합니다.",
      "Build it first, or mend the path; it counts from the manifest's folder.",
      "먼저 빌드하거나 경로를 고치십시오. 경로는 매니페스트가 있는 폴더를 기준으로 합니다."),
  NO_IMAGE(
      3012,
      "{app} is no image, and Kubernetes runs nothing else.",
      "{app}(은)는 이미지가 아닌데 쿠버네티스는 이미지만 실행합니다.",
      "Build one of it and name it: `cop render -f FILE --image REFERENCE`.",
      "이미지를 만들어 이름을 주십시오: `cop render -f 파일 --image 이미지`."),
  LEFT_OUT(
      3013,
      "{app}: plain Kubernetes has no words for {field}; it is left out.",
      "{app}: 쿠버네티스 기본 자원에는 {field}에 해당하는 것이 없어 뺐습니다.",
      "",
      "");

  private final Words words;

  ManifestMessage(int number, String en, String ko, String nextEn, String nextKo) {
    this.words = new Words(number, en, ko, nextEn, nextKo);
  }

  @Override
  public Words words() {
    return words;
  }
}
