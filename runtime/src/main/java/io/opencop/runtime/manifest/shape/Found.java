package io.opencop.runtime.manifest.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A checked part of a manifest: of the shape it should have, and it knows where it stands. */
public sealed interface Found {
  Place place();

  /** A mapping, in the order of the file. */
  record Mapping(Place place, Map<String, Found> entries) implements Found {
    public Optional<Found> get(String name) {
      return Optional.ofNullable(entries.get(name));
    }
  }

  /** A sequence. */
  record Sequence(Place place, List<Found> items) implements Found {}

  /**
   * A single value.
   *
   * @param value String, Long, Double, Boolean, Duration or Rollout.Amount by the shape's kind
   */
  record Value(Place place, String text, Object value) implements Found {}
}
