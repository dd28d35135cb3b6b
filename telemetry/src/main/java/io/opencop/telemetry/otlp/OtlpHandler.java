package io.opencop.telemetry.otlp;

/**
 * Gets the frame around the items. Raw message bytes are handed over, not decoded, because the same
 * resource and scope come with every request: the handler looks the bytes up and decodes them
 * ({@link ResourceView}, {@link ScopeView}) only when they are new. All ranges are valid only
 * during the call.
 */
public interface OtlpHandler {
  /**
   * The resource of the items that follow; also called where the sender gave none (len 0).
   *
   * @param off start of the raw Resource message in buf
   * @param urlOff start of the schema URL in buf, valid UTF-8, urlLen 0 where not given
   */
  void resource(byte[] buf, int off, int len, int urlOff, int urlLen);

  /**
   * The scope of the items that follow; also called where the sender gave none (len 0).
   *
   * @param off start of the raw InstrumentationScope message in buf
   * @param urlOff start of the schema URL in buf, valid UTF-8, urlLen 0 where not given
   */
  void scope(byte[] buf, int off, int len, int urlOff, int urlLen);
}
