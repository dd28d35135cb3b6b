/**
 * What the questions of {@link io.opencop.telemetry.TelemetryReader} mean, as pure functions. Every
 * store uses these, so that two stores cannot answer the same question differently.
 *
 * <h2>Time</h2>
 *
 * <ul>
 *   <li>A span belongs to the range that holds its <em>start</em>, a log record to the range that
 *       holds its time (or, where it has none, its observed time), a metric point to the range that
 *       holds its time. Ranges are half-open.
 *   <li>Questions answered from roll-ups (overview, services, service, heat map, graph) widen the
 *       range outwards to whole cells ({@link io.opencop.telemetry.assemble.Steps#widen}); the rate
 *       is over the widened range.
 *   <li>Steps are aligned to the epoch, so a live view does not shimmer. The first and the last
 *       step may be partly outside the range; only what is inside is counted, so a series always
 *       adds up to its total.
 * </ul>
 *
 * <h2>RED</h2>
 *
 * <ul>
 *   <li>Of a service, version, instance or operation: its entry spans, kind SERVER or CONSUMER. Of
 *       an edge: the calling spans (or, behind a queue, the CONSUMER spans).
 *   <li>An error is a span with status ERROR. A duration is never negative.
 *   <li>A percentile is the value at rank {@code ceil(q * n)}; a roll-up answers it with at most 1
 *       % relative error.
 * </ul>
 *
 * <h2>Services</h2>
 *
 * <ul>
 *   <li>A service is seen where any span, log record or metric point of it lies in the range; its
 *       instances and versions are those of all its signals ({@link
 *       io.opencop.telemetry.assemble.Resources}).
 *   <li>Slices by version and by instance hold the entry spans without one under the key {@code
 *       ""}, so slices add up to the service.
 *   <li>A Change concerns a service where it names it or names none.
 * </ul>
 *
 * <h2>Graph</h2>
 *
 * <ul>
 *   <li>A CLIENT or PRODUCER span is a call to its {@link io.opencop.telemetry.assemble.Peer}.
 *       Where SERVER spans have been seen as children of CLIENT spans of the same (service, peer),
 *       the peer is that service; a peer in front of several services is divided as the pairs seen.
 *   <li>A database or a queue is never resolved to a service. A CONSUMER span is a call from its
 *       queue to its service.
 *   <li>Entry traffic from {@code user} are the SERVER spans without parent; where no known service
 *       calls this service in the range, all its SERVER spans (the caller propagates context but
 *       does not report). The overview's RED is the sum of these edges.
 * </ul>
 *
 * <h2>Attributes</h2>
 *
 * A condition looks at the item's own attributes, then at its resource's. See {@link
 * io.opencop.telemetry.assemble.Conditions}.
 */
package io.opencop.telemetry.assemble;
