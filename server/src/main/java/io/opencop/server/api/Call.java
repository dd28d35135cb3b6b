package io.opencop.server.api;

import io.opencop.model.TimeRange;
import io.opencop.model.message.Lang;
import io.opencop.server.auth.Principal;
import io.opencop.server.contract.Arguments;
import java.time.Instant;

/**
 * One call of an operation, checked against the contract.
 *
 * @param caller null where a public operation was called without credentials
 * @param now the moment of the call: every relative time of it means this one
 * @param address of the peer, for limits
 * @param secure whether the browser speaks TLS with us, or with what stands before us
 */
public record Call(
    Arguments arguments, Principal caller, Lang lang, Instant now, String address, boolean secure) {
  /** The range of {@code from} and {@code to}; the last 15 minutes where neither is given. */
  TimeRange range() {
    return Times.range(arguments.text("from"), arguments.text("to"), now);
  }

  String text(String name) {
    return arguments.text(name);
  }

  int integer(String name) {
    return arguments.integer(name);
  }
}
