package io.opencop.bench.drive;

import java.util.List;

/**
 * What a load has done.
 *
 * @param requests acknowledged ones
 * @param items of acknowledged requests
 * @param bytes of all requests sent, before compression
 * @param bodyBytes of the log bodies in acknowledged requests
 * @param later answers that asked to send again later
 * @param refused answers that said never to send again
 * @param acknowledged numbers of the acknowledged requests, where the load remembers them
 * @param unanswered numbers of requests whose answer did not come
 * @param failures of connections
 * @param seconds since the first byte
 */
public record Sent(
    long requests,
    long items,
    long bytes,
    long bodyBytes,
    long later,
    long refused,
    List<Long> acknowledged,
    List<Long> unanswered,
    List<Throwable> failures,
    double seconds) {}
