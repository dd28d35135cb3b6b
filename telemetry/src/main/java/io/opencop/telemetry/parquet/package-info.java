/**
 * Our own Parquet writer. The columns of {@code io.opencop.telemetry.columns} are dictionary codes
 * and plain arrays already, so a file is written by renumbering, bit packing and compressing,
 * without a row ever being put together. Files follow the Apache Parquet format (version 2.11 of
 * the specification): data pages v1, one flat schema, every column optional.
 */
package io.opencop.telemetry.parquet;
