package io.opencop.server.api;

import io.opencop.server.contract.Contract;
import io.opencop.server.contract.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The endpoints by operation; complete, or the platform does not start. */
final class Endpoints {
  private final Map<String, Endpoint> byOperation = new HashMap<>();

  Endpoints add(String operation, Endpoint endpoint) {
    if (byOperation.put(operation, endpoint) != null) {
      throw new IllegalArgumentException("two endpoints for " + operation);
    }
    return this;
  }

  Map<String, Endpoint> checked(Contract contract) {
    Set<String> wanted =
        contract.operations().stream().map(Operation::id).collect(Collectors.toSet());
    if (!wanted.equals(byOperation.keySet())) {
      Set<String> differ = new TreeSet<>(wanted);
      differ.removeAll(byOperation.keySet());
      Set<String> more = new TreeSet<>(byOperation.keySet());
      more.removeAll(wanted);
      throw new IllegalStateException(
          "the contract and the endpoints differ: missing " + differ + ", not in it " + more);
    }
    return Map.copyOf(byOperation);
  }
}
