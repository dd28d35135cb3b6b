package io.opencop.server.contract;

import io.opencop.model.message.Message.Text;
import java.util.List;

/** The words for what would have been right. */
final class Expected {
  private Expected() {}

  static Text type(List<String> types) {
    String names = String.join(" | ", types);
    return new Text("a value of type " + names, names + " 형식의 값");
  }

  static Text oneOf(List<String> values) {
    String list = String.join(", ", values);
    return new Text("one of " + list, "다음 중 하나: " + list);
  }

  static Text pattern(String pattern) {
    return new Text("text of the form " + pattern, pattern + " 꼴의 글");
  }

  static Text time() {
    return new Text(
        "a time such as now, now-15m or 2026-01-31T09:00:00Z",
        "now, now-15m 또는 2026-01-31T09:00:00Z 같은 시각");
  }

  static Text length(int least, int most) {
    if (most == Integer.MAX_VALUE) {
      return new Text("at least " + least + " characters", least + "자 이상");
    }
    return new Text(least + " to " + most + " characters", least + "~" + most + "자");
  }

  static Text items(int most) {
    return new Text("at most " + most + " entries", "최대 " + most + "개");
  }

  static Text range(String least, String most) {
    if (most == null) {
      return new Text("a number of " + least + " or more", least + " 이상의 수");
    }
    if (least == null) {
      return new Text("a number of " + most + " or less", most + " 이하의 수");
    }
    return new Text("a number from " + least + " to " + most, least + "~" + most + " 사이의 수");
  }

  static Text present() {
    return new Text("a value (it is required)", "값 (필수)");
  }

  static Text absent(String near) {
    return near == null
        ? new Text("no such field", "없는 필드입니다")
        : new Text("no such field; did you mean " + near + "?", "없는 필드입니다. 혹시 " + near + "입니까?");
  }

  static Text once() {
    return new Text("one value only", "값 하나만");
  }

  static Text encoded() {
    return new Text("valid percent-encoding", "올바른 퍼센트 인코딩");
  }

  static Text json() {
    return new Text("a body of valid JSON", "올바른 JSON 본문");
  }
}
