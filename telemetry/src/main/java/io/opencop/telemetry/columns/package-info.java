/**
 * Telemetry rows in memory, column by column. One builder thread appends; afterwards the columns
 * are read by the Parquet writer ({@code io.opencop.telemetry.parquet}), for a contiguous range of
 * rows or in a sorted order.
 *
 * <p>No class here is thread-safe: a column may be read by many threads or written by one, not both
 * at once. (Arrays are replaced as they grow; a reader beside the writer could see the new array
 * before its contents.) A column that is not written any more is safe to read once it was handed
 * over through anything that orders memory, such as an executor or a lock.
 */
package io.opencop.telemetry.columns;
