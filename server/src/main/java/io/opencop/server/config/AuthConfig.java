package io.opencop.server.config;

import java.util.List;

/** Who may call the API, besides the admin token written at first start. */
public record AuthConfig(
    @Setting(
            value = "",
            en = "Further API tokens, each as role:name:token with role viewer, operator or admin.",
            ko = "추가 API 토큰. 각각 역할:이름:토큰이며 역할은 viewer, operator, admin 중 하나.",
            secret = true)
        List<AccessToken> tokens) {}
