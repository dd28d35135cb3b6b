package io.opencop.telemetry.parquet;

/**
 * What a file holds of one column.
 *
 * @param name the column
 * @param min the smallest value as Long, Double, Boolean or String, or null if there is none or
 *     none is kept (ids, long texts, byte strings, doubles with NaN only)
 * @param max the largest value, likewise
 * @param nulls rows without a value
 * @param bytes bytes in the file, page headers and bloom filter included
 */
public record ColumnSummary(
    String name, Comparable<?> min, Comparable<?> max, long nulls, long bytes) {}
