package io.opencop.runtime.rollout;

import java.time.Instant;

/** What is kept of releases' requests. An answer may take its time. */
@FunctionalInterface
public interface ReleaseFigures {
  /** Nothing is kept. */
  ReleaseFigures NONE = (_, _, _, _) -> Red.NONE;

  /**
   * @param version service.version of the release
   */
  Red of(String app, String version, Instant from, Instant to);
}
