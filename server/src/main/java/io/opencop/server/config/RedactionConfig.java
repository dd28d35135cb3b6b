package io.opencop.server.config;

import java.util.List;
import java.util.regex.Pattern;

/** What is blotted out before anything is stored. */
public record RedactionConfig(
    @Setting(
            value = "true",
            en = "Blot out Authorization, cookies, card and resident-registration numbers.",
            ko = "Authorization, 쿠키, 카드 번호, 주민등록번호를 가립니다.")
        boolean defaults,
    @Setting(
            value = "",
            en = "Further regular expressions; what they match in any text is blotted out.",
            ko = "추가 정규식. 모든 글에서 일치하는 부분을 가립니다.")
        List<Pattern> patterns) {}
