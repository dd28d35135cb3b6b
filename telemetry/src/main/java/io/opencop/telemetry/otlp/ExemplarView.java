package io.opencop.telemetry.otlp;

/**
 * One Exemplar: a measurement that stands for many, and the span it was made in. Its {@link
 * #attributes} are the filtered ones. Owned by the caller and reused.
 */
public final class ExemplarView extends ItemView {
  private long timeNanos;
  private long traceIdHi;
  private long traceIdLo;
  private long spanId;
  private byte numberKind;
  private long number;

  public ExemplarView(OtlpLimits limits, ReadCounters counters) {
    super(limits, counters);
  }

  public long timeNanos() {
    return timeNanos;
  }

  /** 0 where the measurement was made outside any sampled trace. */
  public long traceIdHi() {
    return traceIdHi;
  }

  public long traceIdLo() {
    return traceIdLo;
  }

  public long spanId() {
    return spanId;
  }

  /** INT, DOUBLE or EMPTY. */
  public byte numberKind() {
    return numberKind;
  }

  /** Of INT; of DOUBLE as its bits. */
  public long number() {
    return number;
  }

  /** The value as a double, whichever way it was sent. */
  public double real() {
    return numberKind == ValueKind.DOUBLE ? Double.longBitsToDouble(number) : number;
  }

  /** Reads the Exemplar message at [off, off + len), as {@link PointView#exemplarOff} names it. */
  public void read(byte[] b, int off, int len) {
    int p = off;
    int end = off + len;
    reset(b, p, end);
    timeNanos = 0;
    traceIdHi = 0;
    traceIdLo = 0;
    spanId = 0;
    numberKind = ValueKind.EMPTY;
    number = 0;
    while (p < end) {
      long read = Wire.tag(b, p, end);
      int tag = Wire.value(read);
      int at = Wire.pos(read);
      p = Wire.skip(b, at, end, tag, 0);
      if ((tag & 7) == Wire.BYTES) {
        at = Wire.pos(Wire.length(b, at, end));
        switch (tag >>> 3) {
          case 4 -> spanId = p - at == 8 ? Wire.bigEndian64(b, at) : 0;
          case 5 -> {
            traceIdHi = p - at == 16 ? Wire.bigEndian64(b, at) : 0;
            traceIdLo = p - at == 16 ? Wire.bigEndian64(b, at + 8) : 0;
          }
          case 7 -> attributes().add(b, off, at, p);
          default -> {}
        }
      } else if ((tag & 7) == Wire.FIXED64) {
        switch (tag >>> 3) {
          case 2 -> timeNanos = Wire.fixed64(b, at);
          case 3 -> {
            numberKind = ValueKind.DOUBLE;
            number = Wire.fixed64(b, at);
          }
          case 6 -> {
            numberKind = ValueKind.INT;
            number = Wire.fixed64(b, at);
          }
          default -> {}
        }
      }
    }
  }
}
