package io.opencop.server.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The web API and the console. */
public record WebConfig(
    @Setting(
            value = "127.0.0.1",
            en = "Address of the web API and console.",
            ko = "웹 API와 콘솔이 받을 주소.")
        String host,
    @Setting(
            value = "4900",
            en = "Port of the web API and console; 0 takes any free one.",
            ko = "웹 API와 콘솔의 포트. 0이면 빈 포트를 고릅니다.")
        Port port,
    @Setting(
            value = "",
            en = "Host names, besides this machine's, under which people may open the console.",
            ko = "이 기계의 이름 말고 콘솔을 열 때 허용할 호스트 이름.")
        List<String> allowedHosts,
    @Setting(
            value = "",
            en = "The address people use, where a proxy stands in front.",
            ko = "앞에 프록시가 있을 때 사람들이 쓰는 주소.")
        Optional<String> publicUrl,
    @Setting(
            value = "12h",
            en = "How long a signed-in browser stays signed in.",
            ko = "브라우저의 로그인 유지 시간.")
        Duration sessionAge) {}
