package io.opencop.server.config;

import java.time.Duration;

/** How long and how much is kept; the older goes first, whole segments at a time. */
public record RetentionConfig(
    @Setting(value = "7d", en = "Age of spans.", ko = "스팬 보존 기간.") Duration tracesAge,
    @Setting(value = "14d", en = "Age of log records.", ko = "로그 보존 기간.") Duration logsAge,
    @Setting(value = "30d", en = "Age of metric points.", ko = "메트릭 보존 기간.") Duration metricsAge,
    @Setting(
            value = "50GiB",
            en = "Disk space of all segments together.",
            ko = "세그먼트 전체의 최대 디스크 사용량.")
        ByteSize size) {}
