package io.opencop.server.config;

import java.time.Duration;

/** Journal, slices and the query engine. */
public record StoreConfig(
    @Setting(value = "524288", en = "Rows after which a slice is sealed.", ko = "슬라이스를 봉인하는 행 수.")
        int sliceRows,
    @Setting(
            value = "256MiB",
            en = "Journal bytes after which a slice is sealed.",
            ko = "슬라이스를 봉인하는 저널 크기.")
        ByteSize sliceJournal,
    @Setting(value = "5m", en = "Age after which a slice is sealed.", ko = "슬라이스를 봉인하는 나이.")
        Duration sliceAge,
    @Setting(
            value = "64MiB",
            en = "Received bytes that may wait; beyond, senders are told to come back.",
            ko = "대기할 수 있는 수신 바이트. 넘으면 보내는 쪽에 나중에 다시 오라고 합니다.")
        ByteSize queue,
    @Setting(
            value = "1h",
            en = "How long a request sent again is recognised and not stored twice.",
            ko = "다시 보낸 요청을 알아보고 두 번 저장하지 않는 기간.")
        Duration dedupWindow,
    @Setting(
            value = "512MiB",
            en = "Memory of the query engine, outside the heap.",
            ko = "질의 엔진이 힙 밖에서 쓰는 메모리.")
        ByteSize queryMemory,
    @Setting(
            value = "1",
            en = "zstd level of sealed segments, 1 to 19.",
            ko = "봉인된 세그먼트의 zstd 수준(1~19).")
        int compression) {}
