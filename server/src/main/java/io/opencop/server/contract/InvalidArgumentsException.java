package io.opencop.server.contract;

import java.util.List;
import java.util.stream.Collectors;

/** A request that does not keep to the contract; carries everything that is wrong with it. */
public final class InvalidArgumentsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  public InvalidArgumentsException(List<Violation> violations) {
    super(
        violations.stream()
            .map(v -> v.field() + ": expected " + v.expected().en())
            .collect(Collectors.joining("; ")),
        null,
        false,
        false);
    this.violations = List.copyOf(violations);
  }

  public List<Violation> violations() {
    return violations;
  }
}
