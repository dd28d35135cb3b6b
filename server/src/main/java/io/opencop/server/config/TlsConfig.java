package io.opencop.server.config;

import java.nio.file.Path;
import java.util.Optional;

/** TLS of all ports. */
public record TlsConfig(
    @Setting(value = "", en = "PEM file with the certificate chain.", ko = "인증서 체인 PEM 파일.")
        Optional<Path> certificate,
    @Setting(value = "", en = "PEM file with its private key.", ko = "개인 키 PEM 파일.")
        Optional<Path> key,
    @Setting(
            value = "false",
            en = "Something in front of the platform ends TLS, and only it can reach the ports.",
            ko = "앞단에서 TLS를 처리하고 그것만 이 포트에 닿을 수 있음.")
        boolean behindTls) {
  public boolean present() {
    return certificate.isPresent() && key.isPresent();
  }
}
