package io.opencop.server.contract;

import io.opencop.server.auth.Role;
import java.util.List;
import java.util.Map;

/**
 * One operation of the contract.
 *
 * @param path as in the contract, with {@code {names}}
 * @param role the smallest role that may call it
 * @param body what the request's JSON must be; null where it has none
 * @param answers by status: what the answer's body must be, where the contract says so
 */
public record Operation(
    String id,
    String method,
    String path,
    Role role,
    List<Parameter> parameters,
    Schema body,
    Map<String, Schema> answers) {
  List<String> segments() {
    return List.of(path.substring(1).split("/"));
  }
}
