package io.opencop.server.config;

/**
 * A token for the API and what its holder may do: {@code viewer}, {@code operator}, {@code admin}.
 */
public record AccessToken(String role, String name, Secret token) {}
