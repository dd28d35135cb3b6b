package io.opencop.runtime.control;

import io.opencop.runtime.rollout.Judge;
import io.opencop.runtime.rollout.Red;
import java.time.Duration;

/**
 * How a new release does beside the old one, in the step it is in.
 *
 * @param step from 0
 * @param weight percent of the requests that it gets
 * @param held how long it has had them
 * @param hold how long it must do well
 * @param old what the old release did meanwhile
 * @param fresh what the new one did
 */
public record CanaryStatus(
    int step,
    int steps,
    int weight,
    Duration held,
    Duration hold,
    Red old,
    Red fresh,
    Judge.Outcome outcome) {}
