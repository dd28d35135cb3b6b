package io.opencop.server.net;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.opencop.runtime.net.GuardedTransport;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import org.slf4j.LoggerFactory;

/**
 * The event loops, which only move bytes: everything that thinks or waits is elsewhere.
 *
 * @param count more than a few would only take turns on the processors that decode and seal
 */
public record Loops(Vertx vertx, GuardedTransport transport, int count) {
  private static final int MOST = 4;

  public static Loops start() {
    // It reports what peers do wrong as errors of ours: anybody could fill the log with them.
    if (LoggerFactory.getLogger("io.vertx.core.net.impl.ConnectionBase")
        instanceof Logger connections) {
      connections.setLevel(Level.OFF);
    }
    int count = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST);
    GuardedTransport transport = new GuardedTransport();
    Vertx vertx =
        Vertx.builder()
            .withTransport(transport)
            .with(
                new VertxOptions()
                    .setEventLoopPoolSize(count)
                    .setWorkerPoolSize(2)
                    .setInternalBlockingPoolSize(2)
                    // It would make a folder for files from jars; none are served through it.
                    .setFileSystemOptions(
                        new FileSystemOptions()
                            .setClassPathResolvingEnabled(false)
                            .setFileCachingEnabled(false)))
            .build();
    return new Loops(vertx, transport, count);
  }

  public void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
