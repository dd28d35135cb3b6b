package io.opencop.runtime.local;

import io.opencop.model.app.Endpoint;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * What a local runtime needs.
 *
 * @param folder for the instances' own folders; only one runtime at a time may use it
 * @param programs how releases are started
 * @param idle whether an endpoint gets no new requests and has none in flight any more
 * @param workers where probes wait
 */
public record LocalSettings(
    Path folder, Program.Finder programs, Predicate<Endpoint> idle, Executor workers) {}
