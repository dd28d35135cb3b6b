package io.opencop.server.otlp;

import io.opencop.telemetry.TelemetryWriter;
import java.util.concurrent.Executor;

/**
 * What every request to the receiver needs.
 *
 * @param workers where bodies are inflated and handed to the store, off the event loop
 * @param maxBytes of one request, on the wire and again after decompression
 */
public record Receiver(
    TelemetryWriter store,
    SenderTokens tokens,
    Budget budget,
    ReceiverCounters counters,
    Receiving receiving,
    Executor workers,
    int maxBytes) {}
