package io.opencop.model.app;

import java.time.Duration;

/**
 * How an instance is ended.
 *
 * @param drain how long requests in flight may take after no new ones come
 * @param grace from SIGTERM to SIGKILL
 */
public record Stop(Duration drain, Duration grace) {}
