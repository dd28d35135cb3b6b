package io.opencop.server.config;

/**
 * Text that must not be shown. {@code toString} is safe in logs; {@link #reveal} is for use only.
 */
public record Secret(String reveal) {
  public static final String MASK = "******";

  @Override
  public String toString() {
    return MASK;
  }
}
