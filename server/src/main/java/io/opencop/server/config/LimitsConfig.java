package io.opencop.server.config;

import java.time.Duration;

/** Bounds that protect the platform. What they cut is counted and shown on the health page. */
public record LimitsConfig(
    @Setting(
            value = "500000",
            en =
                "Spans, records or points of one request; a request with more is refused for good,"
                    + " and counted.",
            ko = "요청 하나에 담을 수 있는 스팬, 로그, 포인트 수. 넘는 요청은 재시도 없이 거절하고 셉니다.")
        int itemsPerRequest,
    @Setting(
            value = "1000",
            en = "Operations of one service kept apart; more are folded into (other).",
            ko = "서비스 하나에서 따로 세는 오퍼레이션 수. 넘으면 (other)로 합칩니다.")
        int operationsPerService,
    @Setting(
            value = "1024",
            en = "Attributes of one span, record or point; more are cut and counted as dropped.",
            ko = "스팬, 로그, 포인트 하나의 속성 수. 넘으면 자르고 버린 수로 셉니다.")
        int attributesPerItem,
    @Setting(
            value = "10000",
            en = "Spans of one trace that are shown; of a longer one the earliest, and it says so.",
            ko = "트레이스 하나에서 보여 주는 스팬 수. 더 길면 이른 것부터 보여 주고 그렇다고 알립니다.")
        int spansPerTrace,
    @Setting(value = "20", en = "Live tails at a time.", ko = "동시 실시간 로그 수.") int tails,
    @Setting(
            value = "200",
            en = "Records a second that one live tail shows; the rest is counted.",
            ko = "실시간 로그 하나가 초당 보여 주는 레코드 수. 나머지는 셉니다.")
        int tailPerSecond,
    @Setting(value = "8", en = "Queries at a time; more wait.", ko = "동시 질의 수. 나머지는 기다립니다.")
        int queries,
    @Setting(value = "30s", en = "Longest query.", ko = "질의의 최대 시간.") Duration queryTime,
    @Setting(value = "100000", en = "Most rows of one SQL answer.", ko = "SQL 응답의 최대 행 수.")
        int sqlRows) {}
