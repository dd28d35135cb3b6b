package io.opencop.runtime.rollout;

/**
 * How many instances of the new and of the old release shall run, and what part of the requests the
 * new one gets.
 *
 * @param weight percent of requests for the new release
 * @param done whether the new release has taken over
 */
public record Split(int fresh, int old, int weight, boolean done) {}
