package io.opencop.telemetry.parquet;

/**
 * How one column is written.
 *
 * @param level zstd level from 1 to 19, or {@link #DEFAULT_LEVEL} for the file's
 * @param encoding how values become bytes
 */
public record ColumnOptions(int level, Encoding encoding) {
  /** The level of the whole file. */
  public static final int DEFAULT_LEVEL = 0;

  /** Nothing special. */
  public static final ColumnOptions DEFAULT = new ColumnOptions(DEFAULT_LEVEL, Encoding.AUTO);

  /** How values become bytes. */
  public enum Encoding {
    /** By estimate. */
    AUTO,
    /** As they are. */
    PLAIN,
    /** Every value once, and numbers for it. */
    DICTIONARY,
    /** Differences; 64-bit integers only, otherwise as {@link #AUTO}. */
    DELTA,
    /** All first bytes, all second bytes ...; doubles only, otherwise as {@link #AUTO}. */
    BYTE_STREAM_SPLIT
  }

  /**
   * A zstd level of its own.
   *
   * @param level from 1 to 19
   */
  public static ColumnOptions level(int level) {
    return new ColumnOptions(level, Encoding.AUTO);
  }

  /**
   * A chosen encoding.
   *
   * @param encoding how values become bytes
   */
  public static ColumnOptions encoding(Encoding encoding) {
    return new ColumnOptions(DEFAULT_LEVEL, encoding);
  }
}
