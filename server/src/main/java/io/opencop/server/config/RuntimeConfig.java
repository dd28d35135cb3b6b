package io.opencop.server.config;

/** Running apps on this machine. */
public record RuntimeConfig(
    @Setting(
            value = "true",
            en = "Run apps on this machine as processes of this user.",
            ko = "이 기계에서 앱을 이 사용자의 프로세스로 실행합니다.")
        boolean enabled,
    @Setting(
            value = "stop",
            en =
                "What Ctrl-C or SIGTERM does to the instances: stop ends them gracefully, keep leaves"
                    + " them running for the next start. A platform that is killed always leaves them.",
            ko =
                "Ctrl-C나 SIGTERM을 받았을 때 인스턴스 처리. stop은 정상 종료하고, keep은 다음 시작 때 이어받도록 그대로"
                    + " 둡니다. 플랫폼이 강제로 죽으면 언제나 그대로 남습니다.")
        OnStop onStop) {

  /** What becomes of the instances when the platform is told to stop. */
  public enum OnStop {
    STOP,
    KEEP
  }
}
