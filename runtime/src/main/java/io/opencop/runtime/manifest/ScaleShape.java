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
            "Stored metrics: of each instance, or one of them all such as a queue's depth.",
            "저장된 지표: 인스턴스마다의 값이나, 대기열 길이처럼 전체에 하나인 값.",
            ""),
        field(
            "schedule",
            new Shape.Items(window()),
            "Other bounds at certain times.",
            "정해진 시간의 다른 한도.",
            ""),
        field("up", rules(), "Limits upwards.", "늘릴 때의 한도.", "at most 100 % or 4 within 15 s"),
        field("down", rules(), "Limits downwards.", "줄일 때의 한도.", "window of 5 min"));
  }

  private static Fields metric() {
    return Fields.of(
        required("name", text(), "Name of the metric.", "지표 이름."),
        required("value", kind(Kind.NUMBER), "Wanted mean per instance.", "인스턴스당 목표 평균."),
        field(
            "service",
            text(),
            "Whose metric it is, then one for all instances; the app's own if left out.",
            "어느 서비스의 지표인지(이때는 전체에 하나인 값). 없으면 이 앱의 지표.",
            ""),
        field(
            "total",
            kind(Kind.YES_NO),
            "Whether it is one number for all instances, shared out among them.",
            "인스턴스들이 나누어 맡는 전체 하나의 값인지 여부.",
            "false"));
  }

  private static Fields window() {
    return Fields.of(
        required(
            "start",
            text(),
            "When it begins: minute hour day month weekday.",
            "시작 시각: 분 시 일 월 요일."),
        required(
            "end", text(), "When it ends: minute hour day month weekday.", "끝 시각: 분 시 일 월 요일."),
        field("timezone", text(), "Of both, as Asia/Seoul.", "두 시각의 시간대. 예: Asia/Seoul.", "UTC"),
        field("min", whole(0, MOST), "Fewest instances.", "최소 인스턴스 수.", "scale.min"),
        field("max", whole(0, MOST), "Most instances.", "최대 인스턴스 수.", "scale.max"),
        field(
            "replicas",
            whole(0, MOST),
            "Exactly so many, instead of min and max.",
            "min과 max 대신 정확한 인스턴스 수.",
            ""));
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
