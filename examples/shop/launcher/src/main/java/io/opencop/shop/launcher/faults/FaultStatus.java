package io.opencop.shop.launcher.faults;

/** A fault's name, whether it is on, and what it does, in Korean and in English. */
public record FaultStatus(String name, boolean on, String ko, String en) {}
