package io.opencop.shop.tests;

import java.util.Optional;
import java.util.function.Supplier;

/** Waiting for something that has to come; two minutes is for ever here. */
final class Await {
  private static final long FOR_EVER_NANOS = 120_000_000_000L;

  private Await() {}

  static <T> T until(Supplier<String> what, Supplier<Optional<T>> look)
      throws InterruptedException {
    long deadline = System.nanoTime() + FOR_EVER_NANOS;
    while (true) {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain for " + what.get());
      }
      Thread.sleep(200);
    }
  }
}
