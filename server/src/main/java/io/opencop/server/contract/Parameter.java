package io.opencop.server.contract;

/** A parameter of an operation. */
public record Parameter(String name, boolean inPath, boolean required, Schema schema) {}
