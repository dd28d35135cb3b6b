package io.opencop.shop.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Watches those whose end is ours: standard input and the process that started us. */
final class Lifelines {
  private final Consumer<String> end;

  /** {@code end} is told the reason, perhaps more than once. */
  Lifelines(Consumer<String> end) {
    this.end = end;
  }

  void watch() {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> end.accept("parent process ended")));
    Daemon.named("stdin").newThread(this::endOfInput).start();
  }

  private void endOfInput() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // no input to lose: the same as its end
    }
    end.accept("standard input ended (run with --detached to go on without it)");
  }
}
