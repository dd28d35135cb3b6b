package io.opencop.telemetry;

/**
 * What became of one export request.
 *
 * @param accepted spans, records or points stored (or recognised as stored before)
 * @param rejected items refused one by one; the sender must not resend them (OTLP partial success)
 * @param message why items were rejected; empty where none were
 * @param duplicate true where the whole request was recognised as sent again and not stored twice
 */
public record Receipt(int accepted, int rejected, String message, boolean duplicate) {}
