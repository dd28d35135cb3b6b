package io.opencop.server.config;

import java.nio.file.Path;
import java.util.Optional;

/** The way into the apps, a process of its own. */
public record GatewayConfig(
    @Setting(
            value = "true",
            en = "Run a gateway in front of the apps, from the first app on.",
            ko = "첫 앱부터 앱 앞단에 게이트웨이를 실행합니다.")
        boolean enabled,
    @Setting(
            value = "127.0.0.1:8000",
            en = "Where the gateway takes requests, host:port; port 0 takes any free one.",
            ko = "게이트웨이가 요청을 받을 호스트:포트. 포트 0이면 빈 포트를 고릅니다.")
        String listen,
    @Setting(
            value = "",
            en = "PEM file with the gateway's certificate chain; without one it speaks plain HTTP.",
            ko = "게이트웨이의 인증서 체인 PEM 파일. 없으면 평문 HTTP로 받습니다.")
        Optional<Path> certificate,
    @Setting(value = "", en = "PEM file with its private key.", ko = "그 개인 키 PEM 파일.")
        Optional<Path> key) {

  /** {@code [::1]:8000} is host {@code ::1}. */
  public String host() {
    return listen.substring(0, Math.max(0, listen.lastIndexOf(':'))).replaceAll("^\\[|]$", "");
  }
}
