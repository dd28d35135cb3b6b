package io.opencop.runtime.manifest.shape;

/**
 * Where something stands in a manifest.
 *
 * @param source file name, or {@code -} for standard input
 * @param line from 1
 * @param column from 1
 * @param path {@code spec.scale.min}
 */
public record Place(String source, int line, int column, String path) {
  @Override
  public String toString() {
    return source + ":" + line + ":" + column;
  }
}
