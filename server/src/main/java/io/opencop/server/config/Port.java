package io.opencop.server.config;

/** A TCP port, 0 to 65535; 0 asks the system for a free one. */
public record Port(int number) {
  public Port {
    if (number < 0 || number > 65535) {
      throw new IllegalArgumentException("port " + number);
    }
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
