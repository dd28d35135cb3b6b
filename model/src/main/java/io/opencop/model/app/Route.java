package io.opencop.model.app;

/**
 * Which requests an app gets.
 *
 * @param host name of the Host header, {@code *.example.com} for all names below, null for any
 * @param path prefix by whole segments, {@code /} for all
 */
public record Route(String host, String path) {}
