package io.opencop.server.config;

import java.time.Duration;

/** The platform observes itself through its own pipeline. */
public record SelfConfig(
    @Setting(
            value = "true",
            en = "Store the platform's own metrics, logs and traces as service opencop.",
            ko = "플랫폼 자신의 메트릭, 로그, 트레이스를 opencop 서비스로 저장합니다.")
        boolean enabled,
    @Setting(value = "10s", en = "Interval of its own metrics.", ko = "자체 메트릭 간격.")
        Duration interval) {}
