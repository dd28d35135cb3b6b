package io.opencop.telemetry.parquet;

import io.opencop.telemetry.columns.BoolColumn;
import io.opencop.telemetry.columns.BytesColumn;
import io.opencop.telemetry.columns.Column;
import io.opencop.telemetry.columns.DoubleColumn;
import io.opencop.telemetry.columns.FixedColumn;
import io.opencop.telemetry.columns.IndirectColumn;
import io.opencop.telemetry.columns.LongColumn;
import io.opencop.telemetry.columns.StringColumn;

/** The numbers of the Parquet specification (parquet.thrift). */
final class Format {
  static final byte[] MAGIC = {'P', 'A', 'R', '1'};

  static final int BOOLEAN = 0;
  static final int INT32 = 1;
  static final int INT64 = 2;
  static final int DOUBLE = 5;
  static final int BYTE_ARRAY = 6;
  static final int FIXED = 7;

  static final int PLAIN = 0;
  static final int RLE = 3;
  static final int DELTA_BINARY_PACKED = 5;
  static final int RLE_DICTIONARY = 8;
  static final int BYTE_STREAM_SPLIT = 9;

  static final int UNCOMPRESSED = 0;
  static final int ZSTD = 6;

  static final int DATA_PAGE = 0;
  static final int DICTIONARY_PAGE = 2;

  private Format() {}

  static int type(Column column) {
    return switch (column) {
      case StringColumn _, BytesColumn _ -> BYTE_ARRAY;
      case LongColumn c -> c.logical() == LongColumn.Logical.INT32 ? INT32 : INT64;
      case DoubleColumn _ -> DOUBLE;
      case BoolColumn _ -> BOOLEAN;
      case FixedColumn _ -> FIXED;
      case IndirectColumn c -> type(c.entries());
    };
  }
}
