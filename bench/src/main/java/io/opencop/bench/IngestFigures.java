package io.opencop.bench;

import io.opencop.bench.ingest.Phase;
import io.opencop.bench.report.Figure;
import java.util.List;

/** The phases as figures, with the targets of the design. A phase that was not run is left out. */
final class IngestFigures {
  private IngestFigures() {}

  static void add(
      List<Figure> figures, Phase traces, Phase lines, Phase shop, Phase large, Phase gauges) {
    if (traces != null) {
      figures.add(
          Figure.atLeast(
              "spans_per_cpu_s",
              traces.perCpuSecond(),
              120_000,
              "spans per server CPU-second",
              "서버 CPU 초당 스팬"));
      figures.add(
          Figure.beside("bytes per span on the wire", "전송 중 스팬당 바이트", traces.wireBytesPerItem()));
      figures.add(
          Figure.beside(
              "spans per CPU-second, first ones after a start", "시작 직후 CPU 초당 스팬", traces.cold()));
      figures.add(
          Figure.atMost(
              "bytes_per_span",
              traces.storedBytesPerItem(),
              55,
              "sealed bytes per span",
              "봉인된 스팬당 바이트"));
      beside(figures, traces, "spans", "스팬");
    }
    if (lines != null) {
      figures.add(
          Figure.atLeast(
              "logs_short_per_cpu_s",
              lines.perCpuSecond(),
              150_000,
              "short log lines per server CPU-second",
              "서버 CPU 초당 짧은 로그"));
      figures.add(
          Figure.beside("short bodies to sealed bytes, times", "짧은 로그의 같은 비율", lines.bodyRatio()));
      figures.add(Figure.beside("bytes of a short body", "짧은 로그 본문 바이트", lines.bodyBytesPerItem()));
      beside(figures, lines, "short lines", "짧은 로그");
    }
    if (shop != null) {
      figures.add(
          Figure.atLeast(
              "log_ratio",
              shop.bodyRatio(),
              12,
              "raw log bodies of the shop to sealed bytes, times",
              "상점 로그 원문 대비 봉인 크기(배)"));
      figures.add(
          Figure.beside(
              "raw body bytes of the shop's lines", "상점 로그 원문 바이트", (double) shop.bodyBytes()));
      figures.add(
          Figure.beside(
              "sealed bytes of the shop's lines", "상점 로그 봉인 바이트", (double) shop.storedBytes()));
    }
    if (large != null) {
      figures.add(
          Figure.atLeast(
              "logs_1k_per_cpu_s",
              large.perCpuSecond(),
              40_000,
              "1 KB log records per server CPU-second",
              "서버 CPU 초당 1KB 로그"));
      figures.add(
          Figure.beside("the same ratio of 1 KB records", "1KB 로그의 같은 비율", large.bodyRatio()));
      beside(figures, large, "1 KB records", "1KB 로그");
    }
    if (gauges != null) {
      figures.add(
          Figure.atLeast(
              "points_per_cpu_s",
              gauges.perCpuSecond(),
              1_000_000,
              "metric points per server CPU-second",
              "서버 CPU 초당 메트릭 포인트"));
      figures.add(
          Figure.atMost(
              "bytes_per_sample",
              gauges.storedBytesPerItem(),
              1,
              "sealed bytes per sample of steady gauges",
              "고정 게이지 샘플당 봉인 바이트"));
      beside(figures, gauges, "points", "포인트");
    }
  }

  private static void beside(List<Figure> figures, Phase phase, String en, String ko) {
    figures.add(
        Figure.beside(
            en + " per second of wall time, sealed", "봉인까지 초당 " + ko, phase.perWallSecond()));
    figures.add(Figure.beside(en + " sent", "보낸 " + ko, (double) phase.items()));
  }
}
