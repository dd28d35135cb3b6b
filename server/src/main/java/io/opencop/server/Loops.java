package io.opencop.server;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/** The event loops, which only move bytes: everything that thinks or waits is elsewhere. */
final class Loops {
  /** More than this only takes turns on the processors that decode and seal. */
  static final int COUNT = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

  private Loops() {}

  static Vertx vertx() {
    return Vertx.vertx(
        new VertxOptions()
            .setEventLoopPoolSize(COUNT)
            .setWorkerPoolSize(2)
            .setInternalBlockingPoolSize(2)
            .setPreferNativeTransport(true)
            // It would make a folder for files from jars; none are served through it.
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setClassPathResolvingEnabled(false)
                    .setFileCachingEnabled(false)));
  }
}
