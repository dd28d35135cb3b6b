package io.opencop.runtime.manifest;

import io.opencop.runtime.manifest.shape.Found;
import io.opencop.runtime.manifest.shape.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a checked mapping by the names of its fields. */
record Part(Found.Mapping mapping) {
  static final Part NONE = new Part(new Found.Mapping(new Place("", 1, 1, ""), Map.of()));

  Part part(String name) {
    return find(name, Found.Mapping.class).map(Part::new).orElse(NONE);
  }

  boolean has(String name) {
    return mapping.entries().containsKey(name);
  }

  Place place() {
    return mapping.place();
  }

  Place place(String name) {
    return mapping.get(name).map(Found::place).orElse(place());
  }

  <T> Optional<T> value(String name, Class<T> type) {
    return find(name, Found.Value.class).map(v -> type.cast(v.value()));
  }

  String text(String name, String otherwise) {
    return value(name, String.class).orElse(otherwise);
  }

  int whole(String name, int otherwise) {
    return value(name, Long.class).map(Math::toIntExact).orElse(otherwise);
  }

  boolean yes(String name) {
    return value(name, Boolean.class).orElse(false);
  }

  List<Part> parts(String name) {
    return find(name, Found.Sequence.class)
        .map(s ->
            s.items().stream()
                .filter(Found.Mapping.class::isInstance)
                .map(f -> new Part((Found.Mapping) f))
                .toList())
        .orElse(List.of());
  }

  List<String> texts(String name) {
    return find(name, Found.Sequence.class)
        .map(s -> s.items().stream().map(f -> ((Found.Value) f).text()).toList())
        .orElse(List.of());
  }

  private <F extends Found> Optional<F> find(String name, Class<F> type) {
    return mapping.get(name).filter(type::isInstance).map(type::cast);
  }
}
