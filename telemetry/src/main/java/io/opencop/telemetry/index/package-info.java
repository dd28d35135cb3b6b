/**
 * What is known of a Parquet file without opening it: which traces it may hold, and which sessions
 * its spans belong to. Small, made with the file, and made anew when missing.
 */
package io.opencop.telemetry.index;
