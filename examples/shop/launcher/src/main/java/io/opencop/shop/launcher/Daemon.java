package io.opencop.shop.launcher;

import java.util.concurrent.ThreadFactory;

public final class Daemon {
  private Daemon() {}

  /** Threads that do not keep the launcher alive. */
  public static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
