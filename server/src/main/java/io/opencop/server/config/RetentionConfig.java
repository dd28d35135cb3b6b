package io.opencop.server.config;

import java.time.Duration;

/** How long and how much is kept; the older goes first, whole segments at a time. */
public record RetentionConfig(
    @Setting(value = "7d", en = "Age of spans.", ko = "스팬 보존 기간.") Duration tracesAge,
    @Setting(value = "7d", en = "Age of log records.", ko = "로그 보존 기간.") Duration logsAge,
    @Setting(value = "30d", en = "Age of metric points.", ko = "메트릭 보존 기간.") Duration metricsAge,
    @Setting(value = "400d", en = "Age of Changes.", ko = "변경 이력 보존 기간.") Duration changesAge,
    @Setting(value = "20GiB", en = "Disk space of spans.", ko = "스팬의 최대 디스크 사용량.")
        ByteSize tracesSize,
    @Setting(value = "20GiB", en = "Disk space of log records.", ko = "로그의 최대 디스크 사용량.")
        ByteSize logsSize,
    @Setting(value = "10GiB", en = "Disk space of metric points.", ko = "메트릭의 최대 디스크 사용량.")
        ByteSize metricsSize,
    @Setting(value = "1m", en = "How often retention looks.", ko = "보존 정책을 확인하는 간격.")
        Duration checkInterval) {}
