package io.opencop.shop.tests;

import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.List;

final class Attributes {
  private Attributes() {}

  /** The attribute as text, or the empty string. */
  static String of(List<KeyValue> attributes, String key) {
    return attributes.stream()
        .filter(attribute -> attribute.getKey().equals(key))
        .map(attribute ->
            attribute.getValue().hasIntValue()
                ? String.valueOf(attribute.getValue().getIntValue())
                : attribute.getValue().getStringValue())
        .findFirst()
        .orElse("");
  }
}
