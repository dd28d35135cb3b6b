package io.opencop.server.config;

import java.time.Duration;
import java.util.List;

/** Receiving OTLP 1.x over gRPC and HTTP. */
public record OtlpConfig(
    @Setting(value = "127.0.0.1", en = "Address OTLP is received on.", ko = "OTLP를 받을 주소.")
        String host,
    @Setting(
            value = "4317",
            en = "Port of OTLP/gRPC; 0 takes any free one.",
            ko = "OTLP/gRPC 포트. 0이면 빈 포트를 고릅니다.")
        Port grpcPort,
    @Setting(
            value = "4318",
            en = "Port of OTLP/HTTP; 0 takes any free one.",
            ko = "OTLP/HTTP 포트. 0이면 빈 포트를 고릅니다.")
        Port httpPort,
    @Setting(
            value = "",
            en = "Tokens senders may use; without one everybody who reaches the port may send.",
            ko = "보내는 쪽이 쓸 토큰. 없으면 포트에 닿는 누구나 보낼 수 있습니다.",
            secret = true)
        List<Secret> tokens,
    @Setting(
            value = "64MiB",
            en = "Largest request, before and again after decompression.",
            ko = "요청의 최대 크기. 압축을 풀기 전과 푼 뒤 모두 적용됩니다.")
        ByteSize maxRequest,
    @Setting(
            value = "256MiB",
            en =
                "Bytes of requests held before they are on disk, all together; beyond, senders are"
                    + " told to come back.",
            ko = "디스크에 쓰기 전에 들고 있는 요청 전체의 크기. 넘으면 보내는 쪽에 나중에 다시 오라고 합니다.")
        ByteSize inFlight,
    @Setting(
            value = "2000",
            en = "Connections at a time; more are closed at once.",
            ko = "동시 연결 수. 넘으면 바로 닫습니다.")
        int maxConnections,
    @Setting(
            value = "30s",
            en = "A request must have arrived whole within this time.",
            ko = "요청이 모두 도착해야 하는 시간.")
        Duration requestTimeout,
    @Setting(
            value = "5m",
            en = "A connection without traffic is closed after this time.",
            ko = "통신이 없는 연결을 닫는 시간.")
        Duration idleTimeout) {}
