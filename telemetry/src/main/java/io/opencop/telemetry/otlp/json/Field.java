package io.opencop.telemetry.otlp.json;

import java.util.List;

/**
 * One field of a message as OTLP/JSON writes it.
 *
 * @param message of MESSAGE fields, else null
 * @param names of ENUM fields: the names by number, without gaps; else empty
 */
record Field(int number, Kind kind, boolean repeated, Shape message, List<String> names) {
  enum Kind {
    STRING,
    BOOL,
    /** int32 and uint32, as varint. */
    INT32,
    UINT32,
    SINT32,
    INT64,
    UINT64,
    FIXED32,
    FIXED64,
    SFIXED64,
    DOUBLE,
    /** Ids, in hex: where OTLP departs from protobuf's own JSON. */
    HEX,
    BASE64,
    ENUM,
    MESSAGE
  }

  /** Wire type of one value. */
  int wire() {
    return switch (kind) {
      case BOOL, INT32, UINT32, SINT32, INT64, UINT64, ENUM -> 0;
      case FIXED64, SFIXED64, DOUBLE -> 1;
      case STRING, HEX, BASE64, MESSAGE -> 2;
      case FIXED32 -> 5;
    };
  }

  /** Repeated numbers are written packed. */
  boolean packed() {
    return repeated && wire() != 2;
  }
}
