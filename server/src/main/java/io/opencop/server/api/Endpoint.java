package io.opencop.server.api;

/** Answers one operation. Runs on a virtual thread and may wait. */
@FunctionalInterface
public interface Endpoint {
  Reply answer(Call call);
}
