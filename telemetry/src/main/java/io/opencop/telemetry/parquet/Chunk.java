package io.opencop.telemetry.parquet;

/** What the footer says about one column of one row group. */
final class Chunk {
  int codec;
  int encoding;
  long dictionaryOffset = -1;
  long dataOffset = -1;
  int dataPages;
  long rows;
  long nulls;
  long uncompressed;
  long compressed;
  long bloomOffset = -1;
  int bloomLength;
  Bounds bounds = Bounds.NONE;

  long start() {
    return dictionaryOffset >= 0 ? dictionaryOffset : dataOffset;
  }
}
