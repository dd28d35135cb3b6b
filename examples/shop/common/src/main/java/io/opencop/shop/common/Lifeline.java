package io.opencop.shop.common;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends this process when the one that started it is gone. The launcher holds the other end of our
 * standard input; the kernel closes it even when the launcher is killed with SIGKILL.
 */
final class Lifeline {
  private Lifeline() {}

  /** Does nothing unless {@code SHOP_LIFELINE=stdin}: run by hand, a service needs no launcher. */
  static void tie() {
    if (!"stdin".equals(System.getenv("SHOP_LIFELINE"))) {
      return;
    }
    Thread watcher = new Thread(() -> haltAtEndOf(System.in), "lifeline");
    watcher.setDaemon(true);
    watcher.start();
  }

  private static void haltAtEndOf(InputStream in) {
    try {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      // A broken pipe means the same as its end.
    }
    // halt, not exit: a graceful shutdown would wait for peers that are dying as we are.
    Runtime.getRuntime().halt(0);
  }
}
