package io.opencop.server.auth;

/**
 * Who calls.
 *
 * @param name the name of the token the caller came with
 * @param session the id of the browser's session; null where the caller sent a token
 * @param token the id of that token
 */
public record Principal(String name, Role role, String session, String token) {}
