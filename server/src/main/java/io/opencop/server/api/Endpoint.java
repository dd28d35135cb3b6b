package io.opencop.server.api;

/** Answers one operation. May wait: it does not run on an event loop. */
@FunctionalInterface
public interface Endpoint {
  Reply answer(Call call);
}
