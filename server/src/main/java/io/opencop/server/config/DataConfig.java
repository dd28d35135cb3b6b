package io.opencop.server.config;

import java.nio.file.Path;

/** Where the data is. */
public record DataConfig(
    @Setting(
            value = "~/.opencop/data",
            en = "Folder of journal, segments, admin token and key.",
            ko = "저널, 세그먼트, 관리자 토큰과 키가 있는 폴더.")
        Path dir,
    @Setting(
            value = "512MiB",
            en = "With less free space than this, receiving is refused with a retryable code.",
            ko = "남은 공간이 이보다 적으면 재시도 가능한 코드로 수신을 거절합니다.")
        ByteSize minFree) {}
