package io.opencop.server.otlp;

import io.opencop.model.Signal;
import io.opencop.telemetry.TelemetryWriter;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/**
 * What every request to the receiver needs.
 *
 * @param json turns OTLP/JSON into protobuf bytes; an IllegalArgumentException names the JSON path
 * @param workers where bodies are inflated and handed to the store, off the event loop
 * @param maxBytes of one request, on the wire and again after decompression
 */
public record Receiver(
    TelemetryWriter store,
    BiFunction<Signal, byte[], byte[]> json,
    SenderTokens tokens,
    Budget budget,
    ReceiverCounters counters,
    Receiving receiving,
    Executor workers,
    int maxBytes) {}
