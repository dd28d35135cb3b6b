package io.opencop.runtime.rollout;

/**
 * What runs of two releases now.
 *
 * @param fresh instances of the new release that were asked for
 * @param freshReady of them, ready
 * @param old instances of the old release that were asked for
 * @param oldReady of them, ready
 */
public record Seen(int fresh, int freshReady, int old, int oldReady) {}
