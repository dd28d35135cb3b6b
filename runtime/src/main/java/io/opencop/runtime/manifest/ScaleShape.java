package io.opencop.runtime.manifest;

import static io.opencop.runtime.manifest.shape.Shape.choice;
import static io.opencop.runtime.manifest.shape.Shape.field;
import static io.opencop.runtime.manifest.shape.Shape.kind;
import static io.opencop.runtime.manifest.shape.Shape.required;
import static io.opencop.runtime.manifest.shape.Shape.text;
import static io.opencop.runtime.manifest.shape.Shape.whole;

import io.opencop.runtime.manifest.shape.Shape;
import io.opencop.runtime.manifest.shape.Shape.Fields;
import io.opencop.runtime.manifest.shape.Shape.Kind;

/** The fields of {@code spec.scale}. */
final class ScaleShape {
  private static final int MOST = 1000;

  private ScaleShape() {}

  static Fields scale() {
    return Fields.of(
        field(
            "min",
            whole(0, MOST),
            "Fewest instances; 0 sleeps until a request comes.",
            "최소 인스턴스 수. 0이면 요청이 올 때까지 쉽니다.",
            "2"),
        field("max", whole(1, MOST), "Most instances.", "최대 인스턴스 수.", "min"),
        field("cpu", whole(1, 1000), "Percent of the CPU asked for.", "요청한 CPU 대비 백분율.", ""),
        field("memory", whole(1, 1000), "Percent of the memory.", "메모리 대비 백분율.", ""),
        field(
            "requests",
            kind(Kind.NUMBER),
            "Requests per second and instance.",
            "인스턴스당 초당 요청 수.",
            ""),
        field(
            "concurrency",
            kind(Kind.NUMBER),
            "Requests in flight per instance.",
            "인스턴스당 처리 중 요청 수.",
            ""),
        field(
            "metrics",
            new Shape.Items(metric()),
            "Stored metrics, per instance.",
            "저장된 지표, 인스턴스당.",
            ""),
        field("up", rules(), "Limits upwards.", "늘릴 때의 한도.", "at most 100 % or 4 within 15 s"),
        field("down", rules(), "Limits downwards.", "줄일 때의 한도.", "window of 5 min"));
  }

  private static Fields metric() {
    return Fields.of(
        required("name", text(), "Name of the metric.", "지표 이름."),
        required("value", kind(Kind.NUMBER), "Wanted mean per instance.", "인스턴스당 목표 평균."));
  }

  private static Fields rules() {
    return Fields.of(
        field(
            "window",
            kind(Kind.DURATION),
            "How far back the safest number is looked for.",
            "가장 안전한 수를 찾는 기간.",
            ""),
        field(
            "policies",
            new Shape.Items(policy()),
            "Most change within a period.",
            "기간 안의 최대 변화.",
            ""),
        field(
            "choose",
            choice("max", "min", "disabled"),
            "Which policy counts.",
            "어느 정책을 따를지.",
            "max"));
  }

  private static Fields policy() {
    return Fields.of(
        required(
            "amount",
            kind(Kind.AMOUNT),
            "Instances, or percent of those there were.",
            "인스턴스 수나 있던 수의 백분율."),
        required("period", kind(Kind.DURATION), "Within which it counts.", "세는 기간."));
  }
}
