package io.opencop.model.app;

import java.time.Instant;

/**
 * An artefact with its configuration. Never changes.
 *
 * @param number counts up from 1 within the app
 * @param digest sha-256 of artefact and configuration, hex; two releases with the same are the same
 * @param app the manifest it was made of
 * @param artefact sha-256 of what runs, hex; empty for a plain command
 * @param version service.version of its telemetry
 * @param author who applied it; null where that was not written down
 */
public record Release(
    int number,
    String digest,
    App app,
    String artefact,
    String version,
    Instant created,
    String author) {}
