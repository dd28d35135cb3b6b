package io.opencop.telemetry.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rehearsal asks without fault and leaves nothing behind. */
class RehearsalTest {
  @TempDir Path dir;

  @Test
  void asksTheFirstQuestionLastAndCleansUp() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (Engine engine = new Engine(dir.resolve("engine"), 64 << 20)) {
      Path own = Files.createDirectories(dir.resolve("own"));
      new Rehearsal(engine, own, asked::incrementAndGet).hold();
      try (Stream<Path> left = Files.list(own)) {
        assertThat(left).isEmpty();
      }
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void closedBeforeItBeganItAsksNothing() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (Engine engine = new Engine(dir.resolve("engine"), 64 << 20)) {
      Rehearsal rehearsal = new Rehearsal(engine, dir, asked::incrementAndGet);
      rehearsal.close();
      rehearsal.hold();
    }
    assertThat(asked).hasValue(0);
  }
}
