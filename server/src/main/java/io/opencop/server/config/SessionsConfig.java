package io.opencop.server.config;

import java.util.Optional;

/** Clustered sessions of the apps that ask for them. */
public record SessionsConfig(
    @Setting(
            value = "true",
            en = "Run a session grid on this machine, from the first app on that wants sessions.",
            ko = "세션을 쓰는 첫 앱부터 이 기계에서 세션 그리드를 실행합니다.")
        boolean enabled,
    @Setting(
            value = "three",
            en =
                "Members of the grid: three survive the death of one; one takes a third of the memory"
                    + " and keeps sessions on disk (cop up --small).",
            ko =
                "그리드 멤버 수. three는 하나가 죽어도 계속 응답하고, one은 메모리가 3분의 1이며 세션을 디스크에"
                    + " 둡니다(cop up --small).")
        Members members,
    @Setting(
            value = "",
            en = "An Infinispan cluster of your own to use instead, as host:port;host:port.",
            ko = "대신 쓸 기존 Infinispan 클러스터. 호스트:포트;호스트:포트 형식.")
        Optional<String> externalServers,
    @Setting(value = "", en = "User on that cluster.", ko = "그 클러스터의 사용자.")
        Optional<String> externalUser,
    @Setting(value = "", en = "Its password.", ko = "그 비밀번호.", secret = true)
        Optional<Secret> externalPassword,
    @Setting(value = "sessions", en = "Cache on that cluster.", ko = "그 클러스터의 캐시 이름.")
        String externalCache) {

  /** How many members the grid has. */
  public enum Members {
    ONE,
    THREE
  }
}
